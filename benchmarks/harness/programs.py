"""The C programs of ``src/main/c``: scripts, and loops that measure themselves."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

from harness.settings import BENCHMARKS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_SOURCES = BENCHMARKS / "src" / "main" / "c"


def missing() -> str:
    """Say what has to be installed to compile them; empty if nothing has."""
    return "" if shutil.which("gcc") else "apt-get install gcc libc6-dev"


def install(names: Sequence[str], folder: Path) -> None:
    """Put programs into a folder.

    Raises RuntimeError if one cannot be compiled.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        # Static: what the dynamic linker takes would hide a part of what is compared.
        command = ["gcc", "-O2", "-static", "-o", str(folder / name), str(_SOURCES / f"{name}.c")]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        if run.returncode != 0:
            raise RuntimeError(f"{name}.c does not compile:\n{run.stderr.strip()}")


def let_others_pass(folder: Path) -> None:
    """Let the workers of a server that drops its rights reach a folder, and list none of it."""
    folder.parent.chmod(0o711)
    folder.chmod(0o711)
