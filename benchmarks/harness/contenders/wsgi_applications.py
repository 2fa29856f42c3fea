"""The Python applications of ``src/main/python``, and what is the same for all that run them."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path

from harness.settings import BENCHMARKS

PYTHON = "/usr/bin/python3"
PROCESSES = 2
THREADS = 8

_SOURCES = BENCHMARKS / "src" / "main" / "python"
_NEEDS = {"greeting": "flask"}


@cache
def missing(module: str) -> str:
    """Say what has to be installed to run an application; empty if nothing has."""
    if not Path(PYTHON).exists():
        return "apt-get install python3"
    needed = _NEEDS.get(module)
    return "" if needed is None or _imports(needed) else f"apt-get install python3-{needed}"


def install(module: str, folder: Path) -> None:
    """Put an application into a folder."""
    shutil.copy(_SOURCES / f"{module}.py", folder)


def _imports(package: str) -> bool:
    run = subprocess.run([PYTHON, "-c", f"import {package}"], capture_output=True, check=False)
    return run.returncode == 0
