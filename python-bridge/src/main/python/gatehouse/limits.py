"""What a worker process may use."""

from __future__ import annotations

import os
import resource
import sys
import threading

_RESOURCES = {
    "memoryLimit": resource.RLIMIT_DATA,
    "virtualMemoryLimit": resource.RLIMIT_AS,
    "cpuTimeLimit": resource.RLIMIT_CPU,
}


def apply(start: dict[str, str]) -> None:
    """Apply what START says. Raises OSError or ValueError if the system refuses."""
    for name, kind in _RESOURCES.items():
        if name in start:
            hard = resource.getrlimit(kind)[1]
            resource.setrlimit(kind, (int(start[name]), hard))
    if "umask" in start:
        os.umask(int(start["umask"], 8))
    if "nice" in start:
        os.nice(int(start["nice"]))
    if "stackSize" in start:
        threading.stack_size(int(start["stackSize"]))
    if "switchInterval" in start:
        sys.setswitchinterval(float(start["switchInterval"]))
