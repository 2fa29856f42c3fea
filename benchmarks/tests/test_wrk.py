"""What the output of wrk.lua means."""

import unittest

from harness import wrk
from harness.scenario import Load


class WrkOutputTest(unittest.TestCase):
    def test_reads_figures_in_their_units(self) -> None:
        run = wrk.parse("noise\nwrk 1000 130000 2000000 250 3100 0 0 0 0\n", Load(13), 0.5)
        self.assertEqual(run.requests, 1000)
        self.assertEqual(run.seconds, 2.0)
        self.assertEqual((run.p50_ms, run.p99_ms), (0.25, 3.1))
        self.assertEqual(run.faults, ())

    def test_counts_large_answers_by_their_bytes(self) -> None:
        run = wrk.parse("wrk 1 1500 2000000 0 0 0 0 0 0\n", Load(1000, by_bytes=True), 0.5)
        self.assertEqual(run.requests, 1.5)

    def test_names_each_kind_of_error(self) -> None:
        run = wrk.parse("wrk 1000 130000 2000000 250 3100 1 2 3 4\n", Load(13), 0.5)
        self.assertEqual(
            run.faults,
            ("1 connections failed", "2 broken connections", "3 timeouts", "4 statuses above 399"),
        )

    def test_notices_answers_without_their_body(self) -> None:
        run = wrk.parse("wrk 1000 9000 2000000 250 3100 0 0 0 0\n", Load(13), 0.5)
        self.assertEqual(run.faults, ("1000 answers had only 9000 bytes",))

    def test_a_round_without_answers_is_a_fault(self) -> None:
        run = wrk.parse("wrk 0 0 2000000 0 0 0 0 0 0\n", Load(13), 0.5)
        self.assertEqual(run.faults, ("no answers",))

    def test_refuses_other_output(self) -> None:
        with self.assertRaises(ValueError):
            wrk.parse("Running 10s test\n", Load(13), 0.5)
