"""Which JDK a server gets."""

import unittest
from dataclasses import replace
from pathlib import Path
from unittest import mock

from harness.java import POLICY, Jvm
from tests.fakes import settings

JDKS = {Path("/jdk-25"): 25, Path("/jdk-17"): 17}


class JvmTest(unittest.TestCase):
    def setUp(self) -> None:
        patch = mock.patch("harness.java.feature_version", JDKS.get)
        patch.start()
        self.addCleanup(patch.stop)
        self.settings = replace(settings(1), jdks=tuple(JDKS))

    def test_the_first_that_fits_is_taken(self) -> None:
        self.assertEqual(_java_of(Jvm().command(self.settings)), "/jdk-25/bin/java")
        self.assertEqual(_java_of(Jvm(newest=21).command(self.settings)), "/jdk-17/bin/java")

    def test_what_is_missing_is_named(self) -> None:
        self.assertEqual(Jvm().missing(self.settings), "")
        self.assertEqual(
            Jvm(oldest=26).missing(self.settings), "needs JDK 26 or newer: --java JDK_HOME"
        )
        self.assertEqual(
            Jvm(oldest=18, newest=21).missing(self.settings),
            "needs JDK 18 to 21: --java JDK_HOME",
        )

    def test_heap_and_options_are_passed(self) -> None:
        command = Jvm(heap="64m", options=("-Xint",)).command(self.settings)
        self.assertEqual(command[len(POLICY) + 1 :], ["-Xms64m", "-Xmx64m", "-Xint"])

    def test_it_is_scheduled_as_the_launcher_is(self) -> None:
        command = Jvm().command(self.settings)
        self.assertEqual(command[: len(POLICY)], ["chrt", "--batch", "0"])

    def test_a_row_can_do_without_the_policy(self) -> None:
        self.assertEqual(Jvm(policy=()).command(self.settings)[0], "/jdk-25/bin/java")


def _java_of(command: list[str]) -> str:
    return command[len(POLICY)]
