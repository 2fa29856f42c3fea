"""In which order rounds run, and what becomes of them."""

import unittest
from dataclasses import replace

from harness import chart, report, rounds, summary
from harness.scenario import Limit
from tests.fakes import FakeContender, scenario, settings


def run(a: list, b: list, *, forks: int = 1) -> tuple:
    journal: list = []
    contenders = FakeContender("a", list(a), journal), FakeContender("b", list(b), journal)
    given = settings(max(len(a), len(b)), forks)
    return rounds.run(scenario(*contenders), given, lambda text: None), journal


class RoundsTest(unittest.TestCase):
    def test_contenders_take_turns_in_alternating_order(self) -> None:
        _, journal = run([1, 1, 1], [1, 1, 1])
        self.assertEqual(journal[2:-2], ["a", "b", "b", "a", "a", "b"])

    def test_every_server_is_ended_before_the_next_fork_starts(self) -> None:
        _, journal = run([1, 1], [1, 1], forks=2)
        fork = ["start a", "start b"]
        end = ["end b", "end a"]
        self.assertEqual(journal, [*fork, "a", "b", *end, *fork, "b", "a", *end])

    def test_a_missing_program_is_skipped_and_named(self) -> None:
        outcome, _ = run([1, 1], [])
        text = report.scenario(outcome)
        self.assertIn("b: not run: apt-get install nothing", text)
        self.assertIn("b over a: at least 0.9: not measured", text)


class SummaryTest(unittest.TestCase):
    def test_ratio_is_the_median_of_the_ratios_of_rounds(self) -> None:
        outcome, _ = run([100, 50, 10], [95, 50, 5])
        self.assertEqual(summary.ratio(outcome, "b", "a").middle, 0.95)

    def test_a_rejected_round_counts_for_nobody_and_is_named(self) -> None:
        outcome, _ = run([100, 100, 100], [80, 0, 90])
        self.assertAlmostEqual(summary.ratio(outcome, "b", "a").middle, 0.85)
        text = report.scenario(outcome)
        self.assertIn("2 of 3", text)
        self.assertIn("round 2 of b was rejected: broken", text)
        self.assertIn("MISSED with 0.850", text)

    def test_a_bound_is_reached_at_its_very_value(self) -> None:
        outcome, _ = run([100], [90])
        self.assertTrue(summary.verdicts(outcome)[0].met)


class LimitTest(unittest.TestCase):
    def limited(self, **bounds: float) -> tuple:
        outcome, _ = run([100, 10, 100], [90, 90, 90])
        limit = Limit("a", "requests/s", lambda sample: sample.requests_per_second, **bounds)
        outcome.scenario = replace(outcome.scenario, limits=(limit,))
        return summary.findings(outcome)[0], report.scenario(outcome)

    def test_the_median_counts_and_reaches_a_limit_at_its_very_value(self) -> None:
        finding, text = self.limited(least=100)
        self.assertTrue(finding.met)
        self.assertIn("a, requests/s: at least 100: kept with 100.000", text)

    def test_what_is_above_a_limit_is_missed(self) -> None:
        finding, text = self.limited(most=99)
        self.assertFalse(finding.met)
        self.assertIn("a, requests/s: at most 99: MISSED with 100.000", text)

    def test_what_was_not_measured_is_not_kept(self) -> None:
        outcome, _ = run([0], [90])
        limit = Limit("a", "requests/s", lambda sample: sample.requests_per_second, least=1)
        outcome.scenario = replace(outcome.scenario, limits=(limit,))
        self.assertFalse(summary.findings(outcome)[0].met)
        self.assertIn("at least 1: not measured", report.scenario(outcome))


class ChartTest(unittest.TestCase):
    def test_the_best_has_the_longest_bar_and_text_is_escaped(self) -> None:
        outcome, _ = run([100], [50])
        svg = chart.svg([outcome], "a machine")
        self.assertIn('width="300" height="18"', svg)
        self.assertIn('width="150" height="18"', svg)
        self.assertIn("A &lt;row&gt;", svg)
