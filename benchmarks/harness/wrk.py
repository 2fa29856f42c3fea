"""Driving a server with wrk."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from harness.scenario import Load

_SCRIPT = Path(__file__).with_name("wrk.lua")
_LINE = re.compile(r"^wrk " + " ".join([r"(\d+)"] * 9) + r"$", re.MULTILINE)


@dataclass(frozen=True)
class Run:
    """What wrk measured, and the CPU time that it took itself."""

    requests: float
    seconds: float
    p50_ms: float
    p99_ms: float
    cpu_seconds: float
    faults: tuple[str, ...]


def drive(port: int, load: Load, seconds: float) -> Run:
    """Send requests for some time.

    Raises CalledProcessError if wrk fails.
    """
    command = [
        *("wrk", "--threads", str(load.threads), "--connections", str(load.connections)),
        *("--duration", f"{round(seconds)}s", "--timeout", "60s", "--latency"),
        *("--script", str(_SCRIPT)),
        *(word for header in load.headers for word in ("--header", header)),
        f"http://127.0.0.1:{port}{load.path}",
    ]
    before = os.times()
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    after = os.times()
    cpu_seconds = sum(after[2:4]) - sum(before[2:4])
    return parse(output, load, cpu_seconds)


def parse(output: str, load: Load, cpu_seconds: float) -> Run:
    """Read the line that wrk.lua printed."""
    match = _LINE.search(output)
    if match is None:
        raise ValueError(f"not the output of wrk.lua: {output!r}")
    whole, size, duration, p50, p99, *errors = map(int, match.groups())
    return Run(
        requests=size / load.body_size if load.by_bytes else whole,
        seconds=duration / 1e6,
        p50_ms=p50 / 1e3,
        p99_ms=p99 / 1e3,
        cpu_seconds=cpu_seconds,
        faults=(*_faults(errors), *_short(whole, size, load)),
    )


def _faults(errors: list[int]) -> list[str]:
    names = ("connections failed", "broken connections", "timeouts", "statuses above 399")
    return [f"{count} {name}" for count, name in zip(errors, names) if count]


def _short(whole: int, size: int, load: Load) -> list[str]:
    """Find redirects and short bodies, which wrk takes for answers, by their bytes."""
    if size < whole * load.body_size:
        return [f"{whole} answers had only {size} bytes"]
    return [] if size else ["no answers"]
