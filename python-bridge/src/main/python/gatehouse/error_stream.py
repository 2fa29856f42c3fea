"""wsgi.errors (PEP 3333, "Input and Error Streams")."""

from __future__ import annotations

from contextlib import suppress
from typing import Iterable, Protocol


class ErrorLog(Protocol):
    """Where an application's messages go; makes records of them. Thread-safe."""

    def write(self, text: str) -> object:
        """Take what was printed; a traceback that comes line by line is one record.

        :param text: any length, with line ends, without surrogates
        """

    def flush(self) -> object:
        """Make a record of what the calling thread has left unfinished."""

    def error(self, record: str) -> object:
        """Take a record of its own, with the level of an error.

        :param record: one line or more, without surrogates or a line end
        """


class ErrorStream:
    """Text for the log, as the application of one request sees it.

    Takes any text and never raises for it. The application cannot close it; threads that it
    leaves behind can go on printing. Thread-safe.
    """

    __slots__ = ("_log", "used")

    #: It looks open for good: closing it is not up to the application.
    closed = False
    encoding = "utf-8"
    errors = "backslashreplace"

    def __init__(self, log: ErrorLog) -> None:
        self._log = log
        #: whether anything was printed
        self.used = False

    def write(self, text: str) -> int:
        """Print text; what UTF-8 cannot encode is escaped.

        :return: the number of characters
        :raises TypeError: if it is not a ``str``
        """
        if not isinstance(text, str):
            raise TypeError(f"wsgi.errors takes str, not {type(text).__name__}")
        self.used = True
        # A log that fails is no reason for a request to fail.
        with suppress(Exception):
            self._log.write(encodable(text))
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Print several texts, without anything between them."""
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Log what was printed, also where a line is unfinished."""
        with suppress(Exception):
            self._log.flush()

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
        """Flush, and stay open (PEP 3333)."""
        self.flush()


def encodable(text: str) -> str:
    """Return text that UTF-8 can encode: lone surrogates become escapes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
