"""The command ``benchmarks/run``."""

from __future__ import annotations

import fnmatch
import shutil
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

from harness import java, machine, report, results, rounds, rows
from harness.process import adopt_orphans, end_orphans
from harness.settings import BENCHMARKS, Settings, parse

if TYPE_CHECKING:
    from harness.scenario import Scenario

_INTERRUPTED = 130


def main() -> int:
    """Run what the command line asks for; the exit status is 1 if nothing could be measured."""
    settings = parse()
    chosen = [each for each in rows.ALL if fnmatch.fnmatch(each.name, settings.only)]
    if not chosen:
        return _fail(f"no row is named like {settings.only!r}; --list shows them all")
    if settings.list_only:
        return _list(chosen)
    if shutil.which("wrk") is None:
        return _fail("wrk is missing: apt-get install wrk")
    for home in settings.jdks:
        if shutil.which(java.program(home)) is None:
            return _fail(
                f"no {java.program(home)}: install a JDK 17 or newer, or give --java JDK_HOME"
            )
    # So that a plain kill ends the servers just as Ctrl-C does.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    adopt_orphans()
    try:
        return _run(chosen, settings)
    except KeyboardInterrupt:
        print("interrupted; everything that was started is ended", file=sys.stderr)
        return _INTERRUPTED
    finally:
        end_orphans()


def _run(chosen: list[Scenario], settings: Settings) -> int:
    if settings.build and not _build():
        return 1
    described = machine.describe(settings)
    outcomes = []
    for scenario in chosen:
        _say(f"{scenario.name}: {scenario.title}")
        outcomes.append(rounds.run(scenario, settings, _say))
        # After each, so that an interrupted run leaves what it has.
        results.write(outcomes, described, settings)
    print(report.markdown(outcomes, described, settings))
    _say(f"written to {settings.output}")
    return 0 if any(outcome.samples for outcome in outcomes) else 1


def _build() -> bool:
    """Build the servers, so that what is measured is what stands in the source."""
    if shutil.which("mvn") is None:
        _fail("mvn is missing: install Maven, or build elsewhere and give --no-build")
        return False
    command = ["mvn", "-q", "-DskipTests", "-pl", "benchmarks", "-am", "package"]
    return subprocess.run(command, cwd=BENCHMARKS.parent, check=False).returncode == 0


def _list(chosen: list[Scenario]) -> int:
    for scenario in chosen:
        print(f"{scenario.name}: {scenario.title}")
        for contender in scenario.contenders:
            print(f"  {contender.name}")
    return 0


def _say(text: str) -> None:
    """Progress goes to stderr, so that stdout is the report alone."""
    print(text, file=sys.stderr, flush=True)


def _fail(text: str) -> int:
    print(f"benchmarks/run: {text}", file=sys.stderr)
    return 1
