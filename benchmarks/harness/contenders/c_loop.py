"""Loops in C that measure themselves."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

from harness import cpu, programs
from harness.contender import Contender, Server
from harness.sample import Sample

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from harness.scenario import Load
    from harness.settings import Settings


class CLoop(Contender):
    """``PROGRAM SECONDS ARGUMENT...`` in a folder with scripts; it prints runs and nanoseconds."""

    def __init__(self, name: str, program: str, arguments: Sequence[str], script: str) -> None:
        self.name = name
        self._program = program
        self._arguments = arguments
        self._script = script

    def missing(self, settings: Settings) -> str:
        """Say what compiles it."""
        return programs.missing()

    def start(self, settings: Settings, folder: Path) -> Server:
        """Compile it; it runs in each round anew."""
        programs.install((self._program, self._script), folder)
        return _Loop(folder, self._program, self._arguments)


class _Loop(Server):
    def __init__(self, folder: Path, program: str, arguments: Sequence[str]) -> None:
        self._folder = folder
        self._program = program
        self._arguments = arguments

    def warm_up(self, load: Load, seconds: float) -> None:
        """Run it once: there is no JIT compiler that it could wait for."""
        self._run(1)

    def sample(self, load: Load, seconds: float) -> Sample:
        """Run it for some time."""
        machine = cpu.Busy()
        before = os.times()
        try:
            runs, duration = self._run(seconds)
        except (subprocess.CalledProcessError, ValueError) as error:
            return Sample(0, 0, 0, 0, 0, (str(error),))
        after = os.times()
        spent = sum(after[2:4]) - sum(before[2:4])
        return Sample(
            requests_per_second=runs / duration,
            cpu_us=1e6 * spent / runs,
            p50_ms=0,
            p99_ms=0,
            others=machine.share_beside(spent),
        )

    def end(self) -> None:
        """Nothing runs between rounds."""

    def _run(self, seconds: float) -> tuple[int, float]:
        run = subprocess.run(
            [f"./{self._program}", f"{seconds:g}", *self._arguments],
            cwd=self._folder,
            check=True,
            capture_output=True,
            text=True,
        )
        runs, duration = map(int, run.stdout.split())
        return runs, duration / 1e9
