"""What a worker process may use."""

from __future__ import annotations

import os
import resource
import sys
import threading
from contextlib import suppress

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
    _let_callers_go_on()


def _let_callers_go_on() -> None:
    """Do not take the processor from a thread of the JVM that has just sent a request.

    It can then send more before this process answers all of them: on a machine without an idle
    processor this saves a third of all changes of processes.
    """
    # Not every C library has it, and not every sandbox lets it through.
    with suppress(OSError):
        if hasattr(os, "SCHED_BATCH") and os.sched_getscheduler(0) == os.SCHED_OTHER:
            os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))
