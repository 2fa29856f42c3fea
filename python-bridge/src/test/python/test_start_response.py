"""start_response and write()."""

from __future__ import annotations

import sys
import unittest
from typing import Any

from gatehouse.gateway import ContractError
from support import Exchange


class CallingTwiceTest(unittest.TestCase):
    def test_w24_a_second_call_without_an_error_is_refused(self) -> None:
        for first, refusals, sent in (("200 OK", 1, "200 OK"), ("200OK", 2, "")):
            refused: list[str] = []

            def application(environ: Any, start_response: Any) -> list[bytes]:
                for status in (environ["first"], "200 OK"):
                    try:
                        start_response(status, [])
                    except ContractError as error:
                        environ["refused"].append(str(error))
                return [b"ok"]

            exchange = Exchange(first=first, refused=refused).answered_by(application)
            self.assertIn("start_response was called twice", refused[-1])
            self.assertEqual(len(refused), refusals)
            self.assertEqual(exchange.transport.status, sent)

    def test_w25_an_error_replaces_status_and_all_headers(self) -> None:
        def application(environ: Any, start_response: Any) -> list[bytes]:
            start_response("200 OK", [("X-Before", "1"), ("Content-Length", "100")])
            try:
                raise ValueError
            except ValueError:
                start_response("503 Busy", [("X-After", "1")], sys.exc_info())
            return [b"b"]

        exchange = Exchange().answered_by(application)
        self.assertEqual(exchange.transport.status, "503 Busy")
        self.assertEqual(exchange.transport.headers, [("X-After", "1"), ("Content-Length", "1")])

    def test_w25_an_empty_exc_info_replaces_too(self) -> None:
        def application(environ: Any, start_response: Any) -> list[bytes]:
            start_response("200 OK", [])
            start_response("202 OK", [], sys.exc_info())
            return [b"b"]

        self.assertEqual(Exchange().answered_by(application).transport.status, "202 OK")

    def test_w25_a_bodiless_status_can_be_replaced_by_another(self) -> None:
        def application(environ: Any, start_response: Any) -> list[bytes]:
            start_response("204 None", [])
            start_response("500 Oops", [], (ValueError, ValueError(), None))
            return [b"b"]

        self.assertEqual(Exchange().answered_by(application).transport.body, b"b")

    def test_w25_after_the_first_byte_the_error_is_raised_with_its_traceback(self) -> None:
        own = ValueError("own")
        raised: list[Any] = []

        def failing() -> None:
            raise own

        def application(environ: Any, start_response: Any) -> list[bytes]:
            start_response("200 OK", [])(b"a")
            try:
                failing()
            except ValueError:
                try:
                    start_response("500 Oops", [], sys.exc_info())
                except ValueError as error:
                    raised.append(error)
                    raise
            return []

        exchange = Exchange().answered_by(application)
        self.assertEqual(raised, [own])
        self.assertIn("in failing", exchange.error)
        self.assertEqual(exchange.events, ["head", b"a", "abort"])

    def test_w25_no_reference_to_the_error_is_kept(self) -> None:
        class MarkedError(Exception):
            pass

        def application(environ: Any, start_response: Any) -> list[bytes]:
            error = MarkedError()
            before = sys.getrefcount(error)
            start_response("500 Oops", [], (MarkedError, error, None))
            self.assertEqual(sys.getrefcount(error), before)
            return [b"b"]

        self.assertEqual(Exchange().answered_by(application).log.errors, [])

    def test_it_fails_once_the_response_has_ended(self) -> None:
        kept: list[Any] = []

        def application(environ: Any, start_response: Any) -> list[bytes]:
            kept.append(start_response)
            raise ValueError

        Exchange().answered_by(application)
        with self.assertRaisesRegex(ContractError, "after the response had been sent"):
            kept[0]("200 OK", [])

    def test_the_list_of_headers_stays_the_applications(self) -> None:
        shared = [("Content-Type", "text/plain")]

        def application(environ: Any, start_response: Any) -> list[bytes]:
            start_response("200 OK", shared)
            shared.append(("X", "a\r\nb"))
            return [b"b"]

        exchange = Exchange().answered_by(application)
        self.assertEqual(shared, [("Content-Type", "text/plain"), ("X", "a\r\nb")])
        self.assertEqual(exchange.transport.header("X"), [])
        self.assertEqual(exchange.transport.header("Content-Length"), ["1"])


class WriteTest(unittest.TestCase):
    def test_w30_what_is_written_precedes_what_is_returned(self) -> None:
        def application(environ: Any, start_response: Any) -> list[bytes]:
            write = start_response("200 OK", [])
            self.assertIsNone(write(b"a"))
            exchange.events.append("written")
            write(b"b")
            return [b"c", b"d"]

        exchange = Exchange()
        exchange.answered_by(application)
        self.assertEqual(exchange.events, ["head", b"a", "written", b"b", b"c", b"d", "end"])
        self.assertEqual(exchange.transport.headers, [])

    def test_w30_takes_only_bytes(self) -> None:
        for block in ("text", 1, None, bytearray(b"a"), memoryview(b"a"), [b"a"]):

            def application(environ: Any, start_response: Any, block: Any = block) -> list[bytes]:
                start_response("200 OK", [])(block)
                return []

            exchange = Exchange().answered_by(application)
            self.assertEqual(exchange.events, ["abort"])
            self.assertIn("must be bytes", exchange.error)

    def test_w26_writing_nothing_sends_nothing(self) -> None:
        def application(environ: Any, start_response: Any) -> list[bytes]:
            start_response("200 OK", [])(b"")
            start_response("500 Oops", [], (ValueError, ValueError(), None))
            return [b"b"]

        self.assertEqual(Exchange().answered_by(application).transport.status, "500 Oops")

    def test_w33_too_much_is_cut_raised_and_not_forgotten(self) -> None:
        def application(environ: Any, start_response: Any) -> list[bytes]:
            write = start_response("200 OK", [("Content-Length", "3")])
            write(b"ab")
            with self.assertRaisesRegex(ContractError, "longer than its Content-Length of 3"):
                write(b"cd")
            return []

        exchange = Exchange().answered_by(application)
        self.assertEqual(exchange.events, ["head", b"ab", b"c", "abort"])

    def test_w18_a_client_that_went_away_raises_at_every_write(self) -> None:
        def application(environ: Any, start_response: Any) -> list[bytes]:
            write = start_response("200 OK", [])
            for _ in range(3):
                with self.assertRaises(OSError):
                    write(b"a")
            return [b"more"]

        exchange = Exchange()
        exchange.transport.gone_after = 0
        exchange.answered_by(application)
        self.assertEqual(exchange.events, ["head", "abort"])
        self.assertEqual(exchange.transport.aborted[0], "disconnect")
        self.assertEqual(exchange.log.errors, [])

    def test_it_fails_once_the_response_has_ended(self) -> None:
        for method in ("GET", "HEAD"):
            kept: list[Any] = []

            def application(environ: Any, start_response: Any, kept: Any = kept) -> list[bytes]:
                kept.append(start_response("200 OK", []))
                return [b"a"]

            exchange = Exchange(method).answered_by(application)
            before = list(exchange.events)
            with self.assertRaisesRegex(ContractError, "after the response had ended"):
                kept[0](b"late")
            self.assertEqual(exchange.events, before)


if __name__ == "__main__":
    unittest.main()
