"""What an application says, as records."""

from __future__ import annotations

import logging
import sys
import threading
import unittest

from gatehouse import logs
from gatehouse.logs import DEBUG, ERROR, INFO, WARNING


class LogsTest(unittest.TestCase):
    def setUp(self) -> None:
        root = logging.getLogger()
        before = (
            sys.stdout,
            sys.stderr,
            threading.excepthook,
            sys.unraisablehook,
            logging.basicConfig,
            list(root.handlers),
            root.level,
        )
        self.addCleanup(self.restore, *before)
        root.handlers.clear()
        self.records: list[tuple[int, str]] = []
        self.errors = logs.install(lambda level, text: self.records.append((level, text)))

    @staticmethod
    def restore(stdout, stderr, thread_hook, unraisable_hook, basic_config, handlers, level):
        sys.stdout, sys.stderr = stdout, stderr
        threading.excepthook, sys.unraisablehook = thread_hook, unraisable_hook
        logging.basicConfig = basic_config
        logging.getLogger().handlers[:] = handlers
        logging.getLogger().setLevel(level)

    def test_streams(self) -> None:
        print("one", "line")
        print("other", file=sys.stderr)
        print("third", file=self.errors)
        self.assertEqual(self.records, [(INFO, "one line"), (WARNING, "other"), (WARNING, "third")])

    def test_logging_keeps_its_levels(self) -> None:
        log = logging.getLogger("site.views")
        log.setLevel(logging.DEBUG)
        log.debug("a")
        log.info("b")
        log.warning("c %d", 1)
        log.error("d")
        log.critical("e")
        self.assertEqual(
            self.records,
            [
                (DEBUG, "site.views: a"),
                (INFO, "site.views: b"),
                (WARNING, "site.views: c 1"),
                (ERROR, "site.views: d"),
                (ERROR, "site.views: e"),
            ],
        )
        log.setLevel(logging.NOTSET)

    def test_basic_config_sets_the_level(self) -> None:
        logging.basicConfig(level=logging.INFO)
        logging.getLogger("site").info("heard")
        self.assertEqual(self.records, [(INFO, "site: heard")])

    def test_basic_config_sets_the_format(self) -> None:
        logging.basicConfig(format="%(levelname)s/%(message)s")
        logging.getLogger("site").warning("heard")
        self.assertEqual(self.records, [(WARNING, "WARNING/heard")])

    def test_basic_config_with_a_stream_replaces_the_handler(self) -> None:
        logging.basicConfig(stream=sys.stdout, format="%(message)s")
        logging.getLogger("site").error("printed")
        self.assertEqual(self.records, [(INFO, "printed")])

    def test_what_ends_a_thread_is_one_record(self) -> None:
        thread = threading.Thread(target=lambda: 1 / 0, name="background")
        thread.start()
        thread.join()
        self.assertEqual(len(self.records), 1)
        level, text = self.records[0]
        self.assertEqual(level, ERROR)
        self.assertRegex(
            text, r"(?s)\AException in thread background:\nTraceback .*division by zero\Z"
        )

    def test_an_exit_of_a_thread_is_none(self) -> None:
        thread = threading.Thread(target=sys.exit)
        thread.start()
        thread.join()
        self.assertEqual(self.records, [])

    def test_what_nobody_can_catch_is_one_record(self) -> None:
        class Fragile:
            def __del__(self) -> None:
                raise ValueError("in __del__")

        Fragile()
        self.assertEqual(len(self.records), 1)
        self.assertRegex(
            self.records[0][1],
            r"(?s)\AException ignored in: .*\nTraceback .*Error: in __del__\Z",
        )

    def test_a_traceback_that_is_printed_is_one_record(self) -> None:
        import traceback

        print("before", file=sys.stderr)
        try:
            raise KeyError("x")
        except KeyError:
            traceback.print_exc()
        print("after", file=sys.stderr)
        texts = [text for _, text in self.records]
        self.assertEqual(len(texts), 3)
        self.assertRegex(texts[1], r"(?s)\ATraceback .*KeyError: 'x'\Z")


if __name__ == "__main__":
    unittest.main()
