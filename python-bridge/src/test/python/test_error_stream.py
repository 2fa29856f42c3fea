"""wsgi.errors."""

from __future__ import annotations

import logging
import traceback
import unittest
from typing import Any

from gatehouse.error_stream import ErrorStream
from support import Exchange, FakeLog


class BrokenLog(FakeLog):
    def write(self, text: str) -> None:
        raise OSError("no space left")

    flush = error = write  # type: ignore[assignment]


class ErrorStreamTest(unittest.TestCase):
    def setUp(self) -> None:
        self.log = FakeLog()
        self.stream = ErrorStream(self.log)

    def test_w19_has_write_writelines_and_flush(self) -> None:
        self.assertEqual(self.stream.write("one\n"), 4)
        self.stream.writelines(["two ", "three\n"])
        self.stream.flush()
        self.assertEqual(self.log.printed, ["one\n", "two ", "three\n"])
        self.assertEqual(self.log.flushes, 1)

    def test_w19_takes_any_text(self) -> None:
        golden = {
            "\u20ac\U0001f600": "\u20ac\U0001f600",
            "\udcff": "\\udcff",
            "a\ud800b\n": "a\\ud800b\n",
            "\0\x1b[0m": "\0\x1b[0m",
            "": "",
        }
        for text, printed in golden.items():
            self.stream.write(text)
            self.assertEqual(self.log.printed.pop(), printed)

    def test_w19_refuses_bytes_as_any_text_stream_does(self) -> None:
        with self.assertRaises(TypeError):
            self.stream.write(b"bytes")  # type: ignore[arg-type]

    def test_w19_the_application_cannot_close_it(self) -> None:
        self.stream.close()
        self.assertFalse(self.stream.closed)
        self.stream.write("still open")
        self.assertEqual(self.log.printed, ["still open"])

    def test_print_traceback_and_logging_can_use_it(self) -> None:
        print("printed", file=self.stream)
        try:
            raise ValueError("wrong")
        except ValueError:
            traceback.print_exc(file=self.stream)
        handler = logging.StreamHandler(self.stream)
        handler.handle(logging.makeLogRecord({"msg": "logged"}))
        text = "".join(self.log.printed)
        self.assertTrue(text.startswith("printed\nTraceback (most recent call last):\n"), text)
        self.assertTrue(text.endswith("ValueError: wrong\nlogged\n"), text)

    def test_a_broken_log_breaks_no_request(self) -> None:
        def application(environ: Any, start_response: Any) -> list[bytes]:
            environ["wsgi.errors"].write("lost")
            environ["wsgi.errors"].flush()
            start_response("200 OK", [])
            return [b"ok"]

        exchange = Exchange()
        exchange.log = BrokenLog()
        self.assertEqual(exchange.answered_by(application).transport.body, b"ok")

    def test_what_was_not_flushed_is_at_the_end_of_the_request(self) -> None:
        def application(environ: Any, start_response: Any) -> list[bytes]:
            environ["wsgi.errors"].write("unfinished")
            start_response("200 OK", [])
            return [b"ok"]

        exchange = Exchange().answered_by(application)
        self.assertEqual(exchange.log.printed, ["unfinished"])
        self.assertEqual(exchange.log.flushes, 1)


if __name__ == "__main__":
    unittest.main()
