"""Medians and ratios of rounds."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median, quantiles
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from harness.rounds import Outcome
    from harness.scenario import Bound, Limit


@dataclass(frozen=True)
class Spread:
    """The median of what rounds gave, and the quartiles around it."""

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
    ratio: Spread | None
    counted: int
    rejected: int
    others: float


@dataclass(frozen=True)
class Verdict:
    """Whether a bound was reached; ``ratio`` is None if it could not be measured."""

    bound: Bound
    ratio: Spread | None

    @property
    def met(self) -> bool:
        """Whether it was."""
        return self.ratio is not None and self.ratio.middle >= self.bound.at_least


@dataclass(frozen=True)
class Finding:
    """Whether a limit was kept; ``figure`` is None if it could not be measured."""

    limit: Limit
    figure: Spread | None

    @property
    def met(self) -> bool:
        """Whether it was."""
        limit = self.limit
        return self.figure is not None and limit.least <= self.figure.middle <= limit.most


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


def findings(outcome: Outcome) -> list[Finding]:
    """Hold each limit of the scenario against what was measured."""
    return [
        Finding(limit, _spread(list(map(limit.figure, outcome.valid(limit.contender).values()))))
        for limit in outcome.scenario.limits
    ]


def ratio(outcome: Outcome, contender: str, over: str) -> Spread | None:
    """Compare requests/s round by round, so that a slow minute of the machine cancels out."""
    ours, theirs = outcome.valid(contender), outcome.valid(over)
    ratios = [
        ours[number].requests_per_second / theirs[number].requests_per_second
        for number in sorted(ours.keys() & theirs.keys())
    ]
    return _spread(ratios)


def _spread(figures: list[float]) -> Spread | None:
    if not figures:
        return None
    low, _, high = quantiles(figures, n=4, method="inclusive") if len(figures) > 1 else figures * 3
    return Spread(median(figures), low, high)


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
