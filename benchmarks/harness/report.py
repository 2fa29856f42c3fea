"""The results as a Markdown table, which is readable in a terminal, too."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from harness import summary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from harness.rounds import Outcome
    from harness.settings import Settings

_HEADINGS = ("", "requests/s", "CPU us/request", "p50 ms", "p99 ms", "ratio (quartiles)", "rounds")


def markdown(outcomes: Sequence[Outcome], machine: dict[str, str], settings: Settings) -> str:
    """Write everything that was measured, skipped and rejected."""
    parts = ["# Side by side\n"]
    parts += [f"- {name}: {value}" for name, value in machine.items()]
    parts.append(
        f"- medians of {settings.rounds} interleaved rounds of {settings.duration:g} s over"
        f" {settings.forks} fresh processes, each warmed for {settings.warmup:g} s\n"
    )
    parts += [scenario(outcome) for outcome in outcomes]
    return "\n".join(parts)


def scenario(outcome: Outcome) -> str:
    """Write one scenario."""
    what = outcome.scenario
    rows = summary.rows(outcome)
    lines = [
        f"## {what.title} (`{what.name}`, {what.load.connections} connections)\n",
        *_table([_HEADINGS, *(_cells(row) for row in rows)]),
        "",
        *(_verdict(verdict) for verdict in summary.verdicts(outcome)),
        *(_finding(finding) for finding in summary.findings(outcome)),
        *(f"- {name}: not run: {reason}" for name, reason in outcome.skipped.items()),
        *_rejected(outcome),
    ]
    if rows:
        others = max(row.others for row in rows)
        lines.append(f"- other processes took {others:.0%} of the machine meanwhile")
    return "\n".join(lines) + "\n"


def _cells(row: summary.Row) -> tuple[str, ...]:
    return (
        row.contender,
        figure(row.requests_per_second),
        figure(row.cpu_us),
        f"{row.p50_ms:,.2f}" if row.p50_ms else "-",
        f"{row.p99_ms:,.2f}" if row.p99_ms else "-",
        str(row.ratio or "1"),
        f"{row.counted} of {row.counted + row.rejected}",
    )


def figure(number: float) -> str:
    """Write a number with the digits that mean something."""
    return f"{number:,.0f}" if number >= 100 else f"{number:,.2f}"


def _table(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows)]
    lines = []
    for row in rows:
        first, *rest = zip(row, widths)
        cells = [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in rest)]
        lines.append("| " + " | ".join(cells) + " |")
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    lines.insert(1, "| " + " | ".join(rule) + " |")
    return lines


def _verdict(verdict: summary.Verdict) -> str:
    bound = verdict.bound
    what = f"- {bound.contender} over {bound.over}: at least {bound.at_least:g}"
    if verdict.ratio is None:
        return f"{what}: not measured"
    return f"{what}: {'reached' if verdict.met else 'MISSED'} with {verdict.ratio.middle:.3f}"


def _finding(finding: summary.Finding) -> str:
    limit = finding.limit
    wanted = f"at most {limit.most:g}" if limit.most < inf else f"at least {limit.least:g}"
    what = f"- {limit.contender}, {limit.what}: {wanted}"
    if finding.figure is None:
        return f"{what}: not measured"
    return f"{what}: {'kept' if finding.met else 'MISSED'} with {finding.figure}"


def _rejected(outcome: Outcome) -> list[str]:
    return [
        f"- round {number + 1} of {name} was rejected: {'; '.join(sample.faults)}"
        for name, rounds in outcome.samples.items()
        for number, sample in sorted(rounds.items())
        if sample.faults
    ]
