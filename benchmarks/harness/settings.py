"""What the command line decides."""

from __future__ import annotations

import argparse
import os
from dataclasses import dataclass
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parent.parent
"""The folder of the Maven module."""


@dataclass(frozen=True)
class Settings:
    """How to measure; times in seconds. A JDK of None is that of the PATH."""

    rounds: int
    duration: float
    warmup: float
    forks: int
    only: str
    jdks: tuple[Path | None, ...]
    output: Path
    build: bool
    list_only: bool


def parse(arguments: list[str] | None = None) -> Settings:
    """Read the command line; end the program with a message if it is wrong."""
    parser = argparse.ArgumentParser(
        prog="benchmarks/run",
        description="Compare servers on loopback, in interleaved rounds.",
    )
    add = parser.add_argument
    add("--rounds", type=_positive, default=10, help="for each contender; %(default)s")
    add("--duration", type=_seconds, default=10.0, metavar="S", help="of one round; %(default)g s")
    add(
        "--warmup",
        type=_seconds,
        default=10.0,
        metavar="S",
        help="before the first round; %(default)g s",
    )
    add(
        "--forks",
        type=_positive,
        default=2,
        help="fresh processes that share the rounds; %(default)s",
    )
    add("--only", default="*", metavar="PATTERN", help="only rows like 'bridge/*'")
    add(
        "--java",
        dest="jdks",
        type=Path,
        action="append",
        metavar="JDK_HOME",
        help="JDK of the servers; if given again, a row takes the first that is new or old enough"
        " for it; else JAVA_HOME's, else the PATH's",
    )
    add(
        "--output",
        type=Path,
        default=BENCHMARKS / "target" / "results",
        metavar="DIR",
        help="for the results; %(default)s",
    )
    add("--no-build", dest="build", action="store_false", help="measure what was built before")
    add("--list", dest="list_only", action="store_true", help="show the rows, run nothing")
    given = parser.parse_args(arguments)
    if given.forks > given.rounds:
        parser.error(f"--forks {given.forks} is more than --rounds {given.rounds}")
    given.jdks = tuple(given.jdks or [_java_home()])
    return Settings(**vars(given))


def _java_home() -> Path | None:
    home = os.environ.get("JAVA_HOME")
    return Path(home) if home else None


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"must be at least 1, was {text}")
    return number


def _seconds(text: str) -> float:
    number = float(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"must be at least 1 second, was {text}")
    return number
