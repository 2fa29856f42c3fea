"""wsgi.file_wrapper (PEP 3333, "Optional Platform-Specific File Handling")."""

from __future__ import annotations

import os
import stat
from io import BufferedRandom, BufferedReader, FileIO
from typing import Any, NamedTuple


class Region(NamedTuple):
    """A part of a regular file.

    :param fd: an open descriptor
    :param offset: its first byte
    :param length: its size in bytes, 1 or more
    """

    fd: int
    offset: int
    length: int


class FileWrapper:
    """A body that is what a file-like object gives from its current position on.

    Nothing is read before it is returned to the gateway or iterated. Used by one thread.
    """

    __slots__ = ("block_size", "filelike")

    def __init__(self, filelike: Any, block_size: int = 8192) -> None:
        """Wrap a file-like object.

        :param filelike: has ``read(size)``, and maybe ``close()``
        :param block_size: how many bytes to read at once
        """
        self.filelike = filelike
        self.block_size = block_size

    def __iter__(self) -> FileWrapper:
        return self

    def __next__(self) -> bytes:
        block: bytes = self.filelike.read(self.block_size)
        if block:
            return block
        raise StopIteration

    def close(self) -> None:
        """Close the file-like object if it can be closed."""
        if hasattr(self.filelike, "close"):
            self.filelike.close()

    def region(self) -> Region | None:
        """Return what is left of a regular file, or None if only ``read`` tells what this gives."""
        file = self.filelike
        # Exact types: a subclass or a wrapper may give other bytes than its descriptor does.
        raw = file.raw if type(file) in (BufferedReader, BufferedRandom) else file
        if type(raw) is not FileIO:
            return None
        try:
            if type(file) is BufferedRandom:
                file.flush()
            offset = file.tell()
            fd = file.fileno()
            status = os.fstat(fd)
        except (OSError, ValueError):
            return None
        # Files of /proc say that they are empty, and are not.
        if not file.readable() or not stat.S_ISREG(status.st_mode) or status.st_size <= offset:
            return None
        return Region(fd, offset, status.st_size - offset)
