"""Says hello, and answers 32 MiB to those who have the time."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

_TYPE = ("Content-Type", "text/plain")
_BLOCK = bytes(64 * 1024)
_BLOCKS = (32 << 20) // len(_BLOCK)
# Of all processes together: a byte for each large answer that was handed over.
_JOURNAL = os.open("finished", os.O_CREAT | os.O_APPEND | os.O_RDWR)


def application(
    environ: dict[str, Any], start_response: Callable[..., object]
) -> Iterator[bytes] | list[bytes]:
    """Answer 32 MiB below ``/large``, how often that has ended below ``/finished``, else hello."""
    path = environ["PATH_INFO"]
    start_response("200 OK", [_TYPE])
    if path == "/large":
        return _large()
    if path == "/finished":
        return [b"%d" % os.fstat(_JOURNAL).st_size]
    return [b"Hello, world\n"]


def _large() -> Iterator[bytes]:
    for _ in range(_BLOCKS):
        yield _BLOCK
    os.write(_JOURNAL, b".")
