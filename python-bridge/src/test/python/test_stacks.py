"""Stacks of threads as text."""

from __future__ import annotations

import threading
import unittest

from gatehouse.stacks import describe


class StacksTest(unittest.TestCase):
    def setUp(self) -> None:
        self.waiting = threading.Event()
        self.done = threading.Event()
        self.thread = threading.Thread(target=self.slow_view, name="request-7")
        self.thread.start()
        self.assertTrue(self.waiting.wait(10))

    def tearDown(self) -> None:
        self.done.set()
        self.thread.join()

    def slow_view(self) -> None:
        self.waiting.set()
        self.done.wait(10)

    def test_shows_the_calls_of_one_thread_and_its_name(self) -> None:
        text = describe([self.thread.ident or 0])
        self.assertIn("request-7", text)
        self.assertIn("in slow_view", text)
        self.assertIn("self.done.wait(10)", text)
        self.assertNotIn("in test_shows", text)

    def test_shows_all_threads(self) -> None:
        text = describe(None)
        self.assertIn("in slow_view", text)
        self.assertIn("in test_shows_all_threads", text)

    def test_leaves_out_a_thread_that_has_ended(self) -> None:
        self.done.set()
        self.thread.join()
        self.assertEqual(describe([self.thread.ident or 0]), "")


if __name__ == "__main__":
    unittest.main()
