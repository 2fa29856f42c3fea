"""Medians and ratios of rounds."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median, quantiles
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from harness.rounds import Outcome
    from harness.scenario import Bound


@dataclass(frozen=True)
class Ratio:
    """The median of the ratios of rounds, and the quartiles around it."""

    middle: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.middle:.3f} ({self.low:.3f} to {self.high:.3f})"


@dataclass(frozen=True)
class Row:
    """What one contender reached in a scenario: medians over the rounds that count."""

    contender: str
    requests_per_second: float
    cpu_us: float
    p50_ms: float
    p99_ms: float
    ratio: Ratio | None
    counted: int
    rejected: int
    others: float


@dataclass(frozen=True)
class Verdict:
    """Whether a bound was reached; ``ratio`` is None if it could not be measured."""

    bound: Bound
    ratio: Ratio | None

    @property
    def met(self) -> bool:
        """Whether it was."""
        return self.ratio is not None and self.ratio.middle >= self.bound.at_least


def rows(outcome: Outcome) -> list[Row]:
    """Summarise the contenders that have a valid round."""
    baseline = outcome.scenario.contenders[0].name
    names = [contender.name for contender in outcome.scenario.contenders]
    return [_row(outcome, name, baseline) for name in names if outcome.valid(name)]


def verdicts(outcome: Outcome) -> list[Verdict]:
    """Hold each bound of the scenario against what was measured."""
    return [
        Verdict(bound, ratio(outcome, bound.contender, bound.over))
        for bound in outcome.scenario.bounds
    ]


def ratio(outcome: Outcome, contender: str, over: str) -> Ratio | None:
    """Compare requests/s round by round, so that a slow minute of the machine cancels out."""
    ours, theirs = outcome.valid(contender), outcome.valid(over)
    ratios = [
        ours[number].requests_per_second / theirs[number].requests_per_second
        for number in sorted(ours.keys() & theirs.keys())
    ]
    if not ratios:
        return None
    low, _, high = quantiles(ratios, n=4, method="inclusive") if len(ratios) > 1 else ratios * 3
    return Ratio(median(ratios), low, high)


def _row(outcome: Outcome, name: str, baseline: str) -> Row:
    samples = list(outcome.valid(name).values())
    return Row(
        contender=name,
        requests_per_second=median(sample.requests_per_second for sample in samples),
        cpu_us=median(sample.cpu_us for sample in samples),
        p50_ms=median(sample.p50_ms for sample in samples),
        p99_ms=median(sample.p99_ms for sample in samples),
        ratio=None if name == baseline else ratio(outcome, name, baseline),
        counted=len(samples),
        rejected=len(outcome.samples[name]) - len(samples),
        others=median(sample.others for sample in samples),
    )
