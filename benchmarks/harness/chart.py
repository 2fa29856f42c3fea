"""The results as an SVG bar chart, in the colours of the reader's scheme."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from harness import summary
from harness.report import figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from harness.rounds import Outcome

_WIDTH = 860
_NAME = 290
_BAR = 300
_ROW = 24
_THICK = 18
_GAP = 22

_STYLE = """
  text { font: 13px system-ui, sans-serif; fill: #1f2328; }
  .title { font-weight: 600; }
  .note { fill: #59636e; }
  .bar { fill: #0969da; }
  .baseline { fill: #8c959f; }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc; }
    .note { fill: #9198a1; }
    .bar { fill: #4493f8; }
    .baseline { fill: #656c76; }
  }
"""


def svg(outcomes: Sequence[Outcome], note: str) -> str:
    """Draw requests/s: one group of bars for each scenario, as long as the group's best."""
    parts: list[str] = []
    y = 24
    parts.append(_text(0, y, "Requests/s, medians; the ratio is to the grey bar", "title"))
    y += 18
    parts.append(_text(0, y, note, "note"))
    for outcome in outcomes:
        rows = summary.rows(outcome)
        if rows:
            y += _GAP + 8
            parts.append(_text(0, y, outcome.scenario.title, "title"))
            y += 10
            best = max(row.requests_per_second for row in rows)
            for row in rows:
                parts += _bar(row, y, best)
                y += _ROW
    height = y + 12
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}"'
        f' viewBox="0 0 {_WIDTH} {height}" role="img">\n<style>{_STYLE}</style>\n'
        + "\n".join(parts)
        + "\n</svg>\n"
    )


def _bar(row: summary.Row, y: int, best: float) -> list[str]:
    length = max(1, round(_BAR * row.requests_per_second / best))
    kind = "bar" if row.ratio else "baseline"
    ratio = f", ratio {row.ratio.middle:.3f}" if row.ratio else ""
    label = f"{figure(row.requests_per_second)}/s, {figure(row.cpu_us)} us CPU{ratio}"
    return [
        _text(12, y + 16, row.contender),
        f'<rect class="{kind}" x="{_NAME}" y="{y + 3}" width="{length}" height="{_THICK}" rx="2"/>',
        _text(_NAME + length + 8, y + 16, label),
    ]


def _text(x: int, y: int, text: str, kind: str = "") -> str:
    return f'<text class="{kind}" x="{x}" y="{y}">{escape(text)}</text>'
