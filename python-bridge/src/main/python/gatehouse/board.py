"""The scoreboard: tells the JVM, even after the worker's death, what each slot was called for."""

from __future__ import annotations

import mmap

_SLOT = 8  # a number of 64 bits


class Board:
    """One number for each slot, in a file mapped into memory."""

    def __init__(self, path: str, slots: int) -> None:
        with open(path, "r+b") as file:
            self._map = mmap.mmap(file.fileno(), slots * _SLOT)
        self._numbers = memoryview(self._map).cast("Q")

    def called(self, slot: int, number: int) -> None:
        """Note that the application is about to be called for the request of this number."""
        self._numbers[slot] = number
