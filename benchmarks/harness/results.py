"""Everything that was measured, as files."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from harness import chart, report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from harness.rounds import Outcome
    from harness.settings import Settings


def write(outcomes: Sequence[Outcome], machine: dict[str, str], settings: Settings) -> None:
    """Write results.json (every round), results.md and results.svg."""
    settings.output.mkdir(parents=True, exist_ok=True)
    files = {
        "results.json": json.dumps(_json(outcomes, machine), indent=2) + "\n",
        "results.md": report.markdown(outcomes, machine, settings),
        "results.svg": chart.svg(outcomes, f"{machine['machine']}; {machine['JDK']}"),
    }
    for name, text in files.items():
        (settings.output / name).write_text(text, encoding="utf-8")


def _json(outcomes: Sequence[Outcome], machine: dict[str, str]) -> dict[str, object]:
    return {
        "machine": machine,
        "scenarios": {
            outcome.scenario.name: {
                "skipped": outcome.skipped,
                "rounds": {
                    name: {number + 1: asdict(sample) for number, sample in sorted(rounds.items())}
                    for name, rounds in outcome.samples.items()
                },
            }
            for outcome in outcomes
        },
    }
