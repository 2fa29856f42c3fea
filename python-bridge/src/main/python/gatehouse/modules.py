"""Notices that the source of a loaded module has changed: for development."""

from __future__ import annotations

import os
import sys
import time
from typing import Callable

INTERVAL = 1.0


def watch(report: Callable[[str], None]) -> None:
    """Report the first file that changes, and return."""
    known = _times()
    while True:
        time.sleep(INTERVAL)
        now = _times()
        for path, changed in now.items():
            if known.setdefault(path, changed) != changed:
                report(path)
                return


def _times() -> dict[str, int]:
    times = {}
    for module in list(sys.modules.values()):
        path = getattr(module, "__file__", None)
        if isinstance(path, str):
            try:
                times[path] = os.stat(path).st_mtime_ns
            except OSError:
                times[path] = 0
    return times
