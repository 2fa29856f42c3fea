"""Starting servers, and ending them with everything that they started."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import socket
import subprocess
import time
from typing import TYPE_CHECKING

from harness import cpu

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_PR_SET_CHILD_SUBREAPER = 36
_GRACE = 10.0
_LAST_WORDS = 2000


def adopt_orphans() -> None:
    """Make this process the parent of what its servers leave behind, so that it can end it."""
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def free_port() -> int:
    """Find a port on 127.0.0.1 that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


class Process:
    """A program in a process group of its own, so that Ctrl-C reaches only the harness.

    The session is the harness's: Linux gives each session its share of the processors (autogroup,
    sched(7)), however many programs are in it. A server in another session than its client would
    be held against the loops in C, which are both in one, under other rules than theirs.
    """

    def __init__(
        self, command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None
    ) -> None:
        self._log = folder / "output.log"
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                command,
                cwd=folder,
                env={**os.environ, **(environment or {})},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                # Not process_group: that came with Python 3.11.
                preexec_fn=os.setpgrp,  # noqa: PLW1509 - one system call
            )
        self.pid = self._process.pid

    def is_alive(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    def last_words(self) -> str:
        """Give the end of what it printed."""
        return self._log.read_text(errors="replace")[-_LAST_WORDS:].strip()

    def end(self) -> None:
        """Ask it to end, then make it; its descendants too."""
        family = cpu.descendants(self.pid)
        _signal([self.pid] if self.is_alive() else [], signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_GRACE)
        _signal(_adopted(family), signal.SIGKILL)
        self._process.wait()
        _reap(_adopted(family))


def end_orphans() -> None:
    """End whatever is still below this process, such as the children of a server that crashed."""
    left = cpu.descendants(os.getpid())[1:]
    _signal(left, signal.SIGKILL)
    _reap(left)


def _adopted(family: Sequence[int]) -> list[int]:
    """Who of a family is left: only what hangs below this very process, as pids are used again."""
    below = set(cpu.descendants(os.getpid()))
    return [pid for pid in family if pid in below]


def _signal(pids: Sequence[int], number: int) -> None:
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, number)


def _reap(pids: Sequence[int]) -> None:
    for pid in pids:
        deadline = time.monotonic() + _GRACE
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(pid, os.WNOHANG)[0] == 0 and time.monotonic() < deadline:
                time.sleep(0.01)
