"""The rows of the results, one topic in each module."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harness.rows import bridge, cgi, python

if TYPE_CHECKING:
    from harness.scenario import Scenario

ALL: tuple[Scenario, ...] = (*bridge.SCENARIOS, *cgi.SCENARIOS, *python.SCENARIOS)
"""Every scenario, in the order in which they run."""
