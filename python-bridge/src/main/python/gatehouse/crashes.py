"""Has the stacks of all threads written when the process crashes or is stuck."""

from __future__ import annotations

import faulthandler
import signal


def write_stacks(path: str) -> object:
    """Arrange for stacks on stderr at a crash, and in a file at SIGTERM, which then ends us.

    Both work while a thread holds the interpreter lock for ever.

    :return: to be kept for as long as the process lives
    """
    faulthandler.enable(2, all_threads=False)
    file = open(path, "wb", buffering=0)  # noqa: SIM115 - the handler writes to its descriptor
    faulthandler.register(signal.SIGTERM, file, all_threads=True, chain=True)
    return file
