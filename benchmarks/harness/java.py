"""The JDK that runs the servers."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from pathlib import Path


def program(home: Path | None) -> Path:
    """Locate the java of a JDK, or of the PATH if none is given."""
    return home / "bin" / "java" if home else Path("java")


@cache
def version(home: Path | None) -> str:
    """Give what ``java -version`` says, on one line.

    Raises FileNotFoundError if there is no java.
    """
    run = subprocess.run(
        [str(program(home)), "-version"], check=True, capture_output=True, text=True
    )
    return ", ".join(line for line in run.stderr.splitlines() if not line.startswith("Picked up"))


def feature_version(home: Path | None) -> int:
    """Give the JDK's feature release, for example 17."""
    match = re.search(r'version "(\d+)', version(home))
    return int(match.group(1)) if match else 0
