"""The scoreboard: tells the JVM, even after the worker's death, how far each thread had come."""

from __future__ import annotations

import mmap

_SLOT = 2  # two numbers of 64 bits


class Board:
    """One pair of numbers for each slot, in a file mapped into memory."""

    def __init__(self, path: str, slots: int) -> None:
        with open(path, "r+b") as file:
            self._map = mmap.mmap(file.fileno(), slots * _SLOT * 8)
        self._numbers = memoryview(self._map).cast("Q")

    def called(self, slot: int, number: int) -> None:
        """Note that the application is about to be called for the request of this number."""
        numbers = self._numbers
        numbers[_SLOT * slot] = number
        numbers[_SLOT * slot + 1] = number
