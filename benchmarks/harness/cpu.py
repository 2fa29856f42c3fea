"""CPU time from /proc, in seconds."""

from __future__ import annotations

import os
import time
from collections import defaultdict
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")
_PROC = Path("/proc")


def descendants(root: int) -> list[int]:
    """List a process and everything below it."""
    children = defaultdict(list)
    for pid, fields in _stats():
        children[int(fields[1])].append(pid)
    found = [root]
    for pid in found:
        found.extend(children[pid])
    return found


def tree(root: int) -> float:
    """Sum the time of a process tree, with the children that it has waited for."""
    return _sum(set(descendants(root)))


def children(root: int) -> float:
    """Sum the time of a process tree without the process at its root."""
    return _sum(set(descendants(root)[1:]))


def _sum(pids: set[int]) -> float:
    # utime, stime, cutime, cstime: fields 14 to 17 of proc(5), the third of which is fields[0].
    return sum(sum(map(int, fields[11:15])) for pid, fields in _stats() if pid in pids) / _TICKS


def _stats() -> list[tuple[int, list[str]]]:
    stats = []
    for entry in _PROC.iterdir():
        if entry.name.isdigit():
            try:
                line = (entry / "stat").read_text(errors="replace")
            except (FileNotFoundError, ProcessLookupError):
                continue
            # The name in parentheses may hold anything, parentheses included.
            stats.append((int(entry.name), line.rpartition(")")[2].split()))
    return stats


class Busy:
    """How busy the machine is from the moment this is made."""

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._busy = _busy()

    def share_beside(self, known: float) -> float:
        """Give the share of all cores that was busy with something else than known seconds."""
        seconds = (time.monotonic() - self._start) * (os.cpu_count() or 1)
        return max(0.0, (_busy() - self._busy - known) / seconds)


def _busy() -> float:
    first = (_PROC / "stat").read_text().split("\n", 1)[0].split()
    user, nice, system, _, _, irq, softirq, steal = map(int, first[1:9])
    return (user + nice + system + irq + softirq + steal) / _TICKS
