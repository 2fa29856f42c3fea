"""Interleaved rounds: A B, B A, A B, ... so that what disturbs the machine disturbs all."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Callable

if TYPE_CHECKING:
    from harness.contender import Contender, Server
    from harness.sample import Sample
    from harness.scenario import Scenario
    from harness.settings import Settings

Say = Callable[[str], None]


@dataclass
class Outcome:
    """What a scenario gave: samples by contender and round, and who was skipped, and why."""

    scenario: Scenario
    samples: dict[str, dict[int, Sample]] = field(default_factory=dict)
    skipped: dict[str, str] = field(default_factory=dict)

    def valid(self, contender: str) -> dict[int, Sample]:
        """Give the rounds of a contender that count."""
        rounds = self.samples.get(contender, {})
        return {number: sample for number, sample in rounds.items() if not sample.faults}


def run(scenario: Scenario, settings: Settings, say: Say) -> Outcome:
    """Run all rounds of a scenario."""
    outcome = Outcome(scenario)
    for contender in scenario.contenders:
        reason = contender.missing(settings)
        if reason:
            _skip(outcome, contender, reason, say)
    for fork in range(settings.forks):
        numbers = [
            n for n in range(settings.rounds) if n * settings.forks // settings.rounds == fork
        ]
        with ExitStack() as cleanup:
            folder = Path(cleanup.enter_context(tempfile.TemporaryDirectory(prefix="gatehouse-")))
            servers = _start_all(outcome, settings, folder, cleanup, say)
            for number in numbers:
                _round(outcome, number, servers, settings, say)
    return outcome


def _skip(outcome: Outcome, contender: Contender, reason: str, say: Say) -> None:
    outcome.skipped[contender.name] = reason
    say(f"  {contender.name}: skipped: {reason}")


def _start_all(
    outcome: Outcome, settings: Settings, folder: Path, cleanup: ExitStack, say: Say
) -> list[tuple[str, Server]]:
    servers = []
    for index, contender in enumerate(outcome.scenario.contenders):
        if contender.name in outcome.skipped:
            continue
        own = folder / str(index)
        own.mkdir()
        try:
            server = contender.start(settings, own)
        except (OSError, RuntimeError) as error:
            _skip(outcome, contender, f"did not start: {error}", say)
            continue
        cleanup.callback(server.end)
        say(f"  {contender.name}: warming for {settings.warmup:g} s")
        server.warm_up(outcome.scenario.load, settings.warmup)
        servers.append((contender.name, server))
    return servers


def _round(
    outcome: Outcome,
    number: int,
    servers: list[tuple[str, Server]],
    settings: Settings,
    say: Say,
) -> None:
    for name, server in servers if number % 2 == 0 else reversed(servers):
        sample = server.sample(outcome.scenario.load, settings.duration)
        outcome.samples.setdefault(name, {})[number] = sample
        verdict = f"; REJECTED: {'; '.join(sample.faults)}" if sample.faults else ""
        say(
            f"  round {number + 1:2} {name}: {sample.requests_per_second:,.1f} requests/s,"
            f" {sample.cpu_us:,.1f} us CPU{verdict}"
        )
