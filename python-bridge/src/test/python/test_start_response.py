"""start_response and write()."""

from __future__ import annotations

import sys
import unittest
from typing import Any

from gatehouse import headers
from gatehouse.gateway import ContractError
from support import Exchange, answering


class Text(str):
    """A str, but not exactly."""

    __slots__ = ()


class StatusTest(unittest.TestCase):
    def test_w21_three_digits_then_optionally_a_space_and_a_reason(self) -> None:
        golden = {
            "200 OK": 200,
            "200": 200,
            "200 ": 200,
            "999 x y": 999,
            "404 Caf\u00e9": 404,
            "299 \x80": 299,
        }
        for status, code in golden.items():
            with self.subTest(status):
                self.assertEqual(headers.status_code(status), code)
                exchange = Exchange().answered_by(answering(b"ok", status=status))
                self.assertEqual(exchange.transport.status, status)

    def test_w21_anything_else_is_refused_in_the_call(self) -> None:
        bad = [
            *("", "OK", "20", "200OK", "20X OK", "2000 OK", " 200 OK", "-20 OK", "099 x", "100 x"),
            *("199 x", "200 O\rK", "200 O\nK", "200 OK\n", "200\n", "200 \0", "200 \x7f"),
            *("200 \u20ac", "\u0662\u0660\u0660 OK", b"200 OK", 200, None, ["200 OK"]),
            Text("200 OK"),
        ]
        for status in bad:
            with self.subTest(repr(status)):
                self.assert_refused(status, [])

    def test_w22_w23_headers_are_a_list_of_pairs_of_text(self) -> None:
        bad = (
            None,
            (),
            {"X": "y"},
            iter([]),
            type("Headers", (list,), {})(),
            ["X: y"],
            [["X", "y"]],
            [("X",)],
            [("X", "y", "z")],
            [("X", 1)],
            [("X", None)],
            [("X", b"y")],
            [(b"X", "y")],
            [(1, "y")],
            [([], "y")],
            [(Text("X"), "y")],
            [("X", Text("y"))],
            [type("Pair", (tuple,), {})(("X", "y"))],
        )
        for each in bad:
            with self.subTest(repr(each)):
                self.assert_refused("200 OK", each)

    def test_w22_w23_names_are_tokens_and_values_latin_1_and_none_hop_by_hop(self) -> None:
        bad = (
            ("", "v"),
            ("X A", "v"),
            ("X\r", "v"),
            ("X\n", "v"),
            ("X:", "v"),
            ("X\u00e9", "v"),
            ("X", "a\rb"),
            ("X", "a\nb"),
            ("X", "a\n"),
            ("X", "a\0b"),
            ("X", "a\x1fb"),
            ("X", "a\x7fb"),
            ("X", "\u20ac"),
            ("X", "\ud800"),
            ("Transfer-Encoding", "chunked"),
            ("connection", "close"),
            ("TE", "trailers"),
            ("Trailer", "X"),
            ("Upgrade", "h2c"),
            ("Keep-Alive", "x"),
            ("Proxy-Authenticate", "x"),
            ("Proxy-Authorization", "x"),
            ("Proxy-Connection", "x"),
            ("Content-Length", "abc"),
            ("Content-Length", "-1"),
            ("Content-Length", ""),
            ("Content-Length", "+1"),
            ("Content-Length", " 1"),
            ("Content-Length", "1\u0662"),
            ("Content-Length", "\u00b2"),
            ("Content-Length", "9999999999999999999"),
        )
        for header in bad:
            with self.subTest(repr(header)):
                self.assert_refused("200 OK", [header])
                self.assert_refused("200 OK", [("X-Good", "v"), header])

    def test_w33_lengths_that_differ_are_refused(self) -> None:
        self.assert_refused("200 OK", [("Content-Length", "2"), ("content-length", "3")])
        twice = answering(b"ok", headers=[("Content-Length", "2"), ("content-length", "2")])
        self.assertEqual(Exchange().answered_by(twice).transport.body, b"ok")

    def test_w22_other_values_pass_unchanged(self) -> None:
        good = [
            ("X-Tab", "a\tb"),
            ("x-empty", ""),
            ("X-Latin", "caf\u00e9\xa0\xad\xff\x80"),
            ("X!#$%&'*+-.^_`|~9", '~ " \\ ;'),
            ("Content-Type", "text/plain"),
        ]
        exchange = Exchange().answered_by(answering(b"", status="204 None", headers=good))
        self.assertEqual(exchange.transport.headers, good)

    def test_w27_repeated_headers_stay_apart_and_in_order(self) -> None:
        cookies = [("Set-Cookie", "a=1"), ("X", "y"), ("Set-Cookie", "b=2"), ("set-cookie", "c=3")]
        exchange = Exchange().answered_by(answering(status="304 Same", headers=cookies))
        self.assertEqual(exchange.transport.headers, cookies)

    def test_made_up_names_and_statuses_do_not_fill_the_memory(self) -> None:
        for number in range(2000):
            headers.content_length([(f"X-{number}", "v")])
            headers.status_code(f"200 {number}")
        self.assertLessEqual(len(headers._is_length), 512)
        self.assertLessEqual(len(headers._codes), 512)

    def assert_refused(self, status: Any, response_headers: Any) -> None:
        raised: list[Exception] = []

        def application(environ: Any, start_response: Any) -> list[bytes]:
            try:
                start_response(status, response_headers)
            except Exception as error:
                raised.append(error)
                raise
            return [b"body"]

        exchange = Exchange().answered_by(application)
        self.assertEqual([type(error) for error in raised], [ContractError])
        self.assertTrue(str(raised[0]).isascii())
        self.assertTrue(str(raised[0]).isprintable())
        self.assertEqual(exchange.events, ["abort"])
        self.assertEqual(exchange.transport.aborted[0], "error")


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
