"""wsgi.input (PEP 3333, "Input and Error Streams")."""

from __future__ import annotations

from typing import Callable

from .faults import BodyError

_BLOCK = 64 * 1024
_AHEAD = 128 * 1024
_NO_LIMIT = (1 << 63) - 1


class RequestBody:
    """The request body, up to its end and never further; ``bytes`` throughout.

    Nothing is asked of the transport before the first read, so that ``Expect: 100-continue`` is
    answered only when the application wants the body. A body that breaks off raises, and goes on
    raising; after the request every read raises, so that a thread left behind cannot reach into
    the next request. Used by one thread at a time, as any file.
    """

    __slots__ = ("_buffer", "_fault", "_left", "_read", "_start")

    #: It looks open for good to those who wrap it: the gateway closes it, not the application.
    closed = False

    def __init__(self, read: Callable[[int], bytes], content_length: str | None) -> None:
        """Read a body.

        :param read: returns at least one and at most so many bytes, or ``b""`` at the end
        :param content_length: its length in bytes; None or empty if only the end is known
        """
        self._read = read
        self._left = int(content_length) if content_length else -1  # -1: up to the end
        self._buffer = b""
        self._start = 0
        self._fault: str | None = None

    def read(self, size: int | None = -1) -> bytes:
        """Return exactly ``size`` bytes, fewer only at the end; all that is left if negative.

        :raises BodyError: if the body breaks off before
        """
        left = _NO_LIMIT if size is None or size < 0 else size
        parts: list[bytes] = []
        while left > 0:
            part = self.read1(left)
            if not part:
                break
            parts.append(part)
            left -= len(part)
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def read1(self, size: int | None = -1) -> bytes:
        """Return what is there without waiting for more: 1 to ``size`` bytes, or none at the end.

        :raises BodyError: if the body breaks off
        """
        if size is None or size < 0:
            size = _BLOCK
        if self._start == len(self._buffer):
            if size == 0 or size >= _AHEAD:
                return self._fetch(size)
            # Asking costs more than a copy.
            self._buffer = self._fetch(_AHEAD)
            self._start = 0
        part = self._buffer[self._start : self._start + size]
        self._start += len(part)
        self._check()
        return part

    def readinto(self, buffer: memoryview) -> int:
        """Fill a buffer, completely unless the end comes first; return the number of bytes.

        :raises BodyError: if the body breaks off
        """
        target = memoryview(buffer).cast("B")
        data = self.read(len(target))
        target[: len(data)] = data
        return len(data)

    def readline(self, size: int | None = -1) -> bytes:
        r"""Return a line with its ``\n``, of any length, or its next ``size`` bytes.

        Without ``\n`` it is the last one; ``b""`` is the end.

        :raises BodyError: if the body breaks off
        """
        left = _NO_LIMIT if size is None or size < 0 else size
        parts: list[bytes] = []
        self._check()
        while left > 0:
            start = self._start
            if start == len(self._buffer):
                self._buffer = self._fetch(_BLOCK)
                self._start = start = 0
                if not self._buffer:
                    break
            limit = min(len(self._buffer), start + left)
            newline = self._buffer.find(b"\n", start, limit)
            end = limit if newline < 0 else newline + 1
            parts.append(self._buffer[start:end])
            self._start = end
            left -= end - start
            if newline >= 0:
                break
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def readlines(self, hint: int | None = -1) -> list[bytes]:
        """Return lines, all or until they hold ``hint`` bytes.

        :raises BodyError: if the body breaks off
        """
        left = _NO_LIMIT if hint is None or hint <= 0 else hint
        lines: list[bytes] = []
        while left > 0:
            line = self.readline()
            if not line:
                break
            lines.append(line)
            left -= len(line)
        return lines

    def __iter__(self) -> RequestBody:
        return self

    def __next__(self) -> bytes:
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def readable(self) -> bool:
        """Return True."""
        return True

    def writable(self) -> bool:
        """Return False."""
        return False

    def seekable(self) -> bool:
        """Return False."""
        return False

    def flush(self) -> None:
        """Do nothing; ``io.TextIOWrapper`` calls it."""

    def close(self) -> None:
        """Do nothing: the gateway closes it (PEP 3333)."""

    def detach(self) -> None:
        """Cut it off from the transport, which may already serve the next request."""
        self._fault = "the request has ended; its body cannot be read any more"
        self._buffer = b""
        self._start = 0

    def _fetch(self, size: int) -> bytes:
        """Return from 1 to ``size`` bytes from the transport, or ``b""`` at the end or for 0."""
        self._check()
        left = self._left
        if left == 0 or size == 0:
            return b""
        try:
            block = self._read(size if left < 0 or size < left else left)
        except OSError as error:
            self._fault = str(error)
            raise
        if not block and left > 0:
            self._fault = f"the request body ended {left} bytes short of its Content-Length"
            self._check()
        # At the end the transport is not asked again: it may be with the next request.
        self._left = left - len(block) if left > 0 else left if block else 0
        return block

    def _check(self) -> None:
        if self._fault is not None:
            raise BodyError(self._fault)
