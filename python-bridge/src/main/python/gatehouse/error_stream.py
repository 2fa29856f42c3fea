"""wsgi.errors (PEP 3333, "Input and Error Streams")."""

from __future__ import annotations

import logging
from threading import Lock
from typing import Callable, Iterable

Log = Callable[[int, str], None]
"""Takes a log record: its level as in ``logging``, and text of one line or more without surrogates
or a line end. Called from any thread; must not raise."""

_LONGEST_RECORD = 64 * 1024

# Held for a few list operations, never around the log: one for all keeps requests cheap.
_lock = Lock()


class ErrorStream:
    """Text for the log.

    What was printed up to a flush, or to the end of the request, is one record, so that a traceback
    stays in one piece; what is printed later, by a thread that was left behind, is one record per
    line end. Takes any text and never raises for it; the application cannot close it.
    Thread-safe.
    """

    __slots__ = ("_ended", "_log", "_parts", "_size")

    #: It looks open for good: it is the gateway's to close.
    closed = False
    encoding = "utf-8"
    errors = "backslashreplace"

    def __init__(self, log: Log) -> None:
        """Print to a log, with the level WARNING."""
        self._log = log
        self._parts: list[str] = []
        self._size = 0
        self._ended = False

    def write(self, text: str) -> int:
        """Print text; what UTF-8 cannot encode is escaped.

        :return: the number of characters
        :raises TypeError: if it is not a ``str``
        """
        if not isinstance(text, str):
            raise TypeError(f"wsgi.errors takes str, not {type(text).__name__}")
        with _lock:
            self._parts.append(str(text))
            self._size += len(text)
        if self._size > _LONGEST_RECORD or (self._ended and text.endswith("\n")):
            self.flush()
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Print several texts, without anything between them."""
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Make a record of what was printed."""
        if not self._parts:
            return
        with _lock:
            text = "".join(self._parts)
            self._parts = []
            self._size = 0
        text = encodable(text.rstrip())
        if text:
            self._log(logging.WARNING, text)

    def isatty(self) -> bool:
        """Return False."""
        return False

    def readable(self) -> bool:
        """Return False."""
        return False

    def writable(self) -> bool:
        """Return True."""
        return True

    def seekable(self) -> bool:
        """Return False."""
        return False

    def close(self) -> None:
        """Flush: the gateway closes it, not the application (PEP 3333)."""
        self.flush()

    def end(self) -> None:
        """Log what was not flushed, now that the request is over."""
        self._ended = True
        if self._parts:
            self.flush()


def encodable(text: str) -> str:
    """Return text that UTF-8 can encode: lone surrogates become escapes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
