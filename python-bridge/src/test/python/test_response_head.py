"""The status and the headers that start_response takes."""

from __future__ import annotations

import unittest
from typing import Any

from gatehouse import headers
from gatehouse.gateway import ContractError
from support import Exchange, answering


class Text(str):
    """A str, but not exactly."""

    __slots__ = ()


class ResponseHeadTest(unittest.TestCase):
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


if __name__ == "__main__":
    unittest.main()
