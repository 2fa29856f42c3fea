"""wsgi.input, alone and inside a request."""

from __future__ import annotations

import io
import json
import unittest
from typing import Any

from gatehouse.gateway import BodyError
from gatehouse.request_body import RequestBody
from support import Exchange, FakeTransport


def body_of(data: bytes, declared: int | None = None, piece: int = 1 << 30) -> RequestBody:
    length = "" if declared is None else str(declared)
    return RequestBody(FakeTransport(data, piece).read, length)


class ReadingTest(unittest.TestCase):
    def test_w13_all_methods_return_bytes_however_the_body_arrives(self) -> None:
        data = b"one\ntwo\nthree"
        for piece in (1, 2, 3, 4, 5, 100):
            for declared in (None, len(data)):
                with self.subTest(piece=piece, declared=declared):
                    golden = (
                        (lambda b: b.read(), data),
                        (lambda b: b.read(-1), data),
                        (lambda b: b.read(None), data),
                        (lambda b: b.read(5), data[:5]),
                        (lambda b: b.read(500), data),
                        (lambda b: b.readline(), b"one\n"),
                        (lambda b: b.readline(-1), b"one\n"),
                        (lambda b: b.readline(2), b"on"),
                        (lambda b: b.readline(4), b"one\n"),
                        (lambda b: b.readline(9), b"one\n"),
                        (lambda b: b.readline(0), b""),
                        (lambda b: b.readlines(), [b"one\n", b"two\n", b"three"]),
                        (lambda b: b.readlines(1), [b"one\n"]),
                        (lambda b: b.readlines(5), [b"one\n", b"two\n"]),
                        (lambda b: b.readlines(0), [b"one\n", b"two\n", b"three"]),
                        (lambda b: list(b), [b"one\n", b"two\n", b"three"]),
                        (
                            lambda b: [b.readline(), b.read(2), b.read()],
                            [b"one\n", b"tw", data[6:]],
                        ),
                        (lambda b: [b.read(2), b.readline()], [b"on", b"e\n"]),
                        (lambda b: [next(b), b.readlines()], [b"one\n", [b"two\n", b"three"]]),
                    )
                    for number, (call, result) in enumerate(golden):
                        self.assertEqual(call(body_of(data, declared, piece)), result, number)

    def test_w14_reading_nothing_consumes_nothing(self) -> None:
        transport = FakeTransport(b"abc")
        body = RequestBody(transport.read, "3")
        self.assertEqual(body.read(0), b"")
        self.assertEqual(transport.reads, [])
        self.assertEqual(body.read(), b"abc")

    def test_w14_the_end_is_the_end_again_and_again(self) -> None:
        for declared in (None, 3):
            transport = FakeTransport(b"abc")
            body = RequestBody(transport.read, declared and str(declared))
            self.assertEqual(body.read(), b"abc")
            asked = len(transport.reads)
            for call in (body.read, body.readline, lambda body=body: body.read(5)):
                self.assertEqual(call(), b"")
            self.assertEqual(body.readlines(), [])
            self.assertEqual(list(body), [])
            self.assertEqual(len(transport.reads), asked, "the end was asked for twice")

    def test_w14_never_reads_beyond_content_length(self) -> None:
        for call in (RequestBody.read, RequestBody.readline, lambda body: body.read(100)):
            transport = FakeTransport(b"abcNEXT REQUEST\n")
            self.assertEqual(call(RequestBody(transport.read, "3")), b"abc")
            self.assertLessEqual(sum(transport.reads), 3)

    def test_w14_an_empty_body_is_not_asked_for(self) -> None:
        transport = FakeTransport(b"NEXT REQUEST")
        self.assertEqual(RequestBody(transport.read, "0").read(), b"")
        self.assertEqual(transport.reads, [])

    def test_w15_a_line_longer_than_any_buffer_is_whole(self) -> None:
        line = bytes(range(11, 256)) * 2000 + b"\n"
        for piece in (777, 65536, 1 << 30):
            body = body_of(line + line + b"rest", piece=piece)
            self.assertEqual(body.readline(), line)
            self.assertEqual(body.readline(300_000), line[:300_000])
            self.assertEqual(body.readline(), line[300_000:])
            self.assertEqual(body.readline(), b"rest")
            self.assertEqual(body.readline(), b"")

    def test_w15_nul_and_high_bytes_and_other_line_ends_are_kept(self) -> None:
        data = b"\0\xff\r\n\r\x0b\x85\n\n"
        self.assertEqual(list(body_of(data)), [b"\0\xff\r\n", b"\r\x0b\x85\n", b"\n"])

    def test_w16_a_body_without_content_length_goes_to_its_end(self) -> None:
        for absent in (None, ""):
            body = RequestBody(FakeTransport(b"chunked", piece=3).read, absent)
            self.assertEqual(body.read(), b"chunked")

    def test_reads_of_one_piece_do_not_wait_for_more(self) -> None:
        transport = FakeTransport(b"abcdef", piece=2)
        body = RequestBody(transport.read, "6")
        self.assertEqual(body.read1(), b"ab")
        self.assertEqual(len(transport.reads), 1)

    def test_other_readers_can_be_put_around_it(self) -> None:
        text = io.TextIOWrapper(body_of('{"k": "\u20ac"}\n'.encode(), piece=3), "utf-8")
        self.assertEqual(json.load(text), {"k": "\u20ac"})
        buffered = io.BufferedReader(body_of(b"abc\ndef", piece=2))  # type: ignore[arg-type]
        self.assertEqual(buffered.readlines(), [b"abc\n", b"def"])


class BrokenBodyTest(unittest.TestCase):
    def test_w18_a_short_body_raises_and_goes_on_raising(self) -> None:
        for call in (
            RequestBody.read,
            RequestBody.readline,
            RequestBody.readlines,
            list,
            lambda body: body.read(100),
        ):
            body = body_of(b"abc", declared=10)
            for _ in range(2):
                with self.assertRaises(OSError) as raised:
                    call(body)
                self.assertIsInstance(raised.exception, BodyError)
                self.assertIn("7 bytes short", str(raised.exception))

    def test_w18_what_did_arrive_can_be_read_before(self) -> None:
        body = body_of(b"abc\ndef", declared=10)
        self.assertEqual(body.readline(), b"abc\n")
        with self.assertRaises(BodyError):
            body.readline()

    def test_w18_a_client_that_goes_away_raises_and_is_not_asked_again(self) -> None:
        transport = FakeTransport(b"abcdef", piece=2)
        transport.broken_after = 1
        body = RequestBody(transport.read, "6")
        for _ in range(2):
            with self.assertRaisesRegex(OSError, "the client went away"):
                body.read()
        self.assertEqual(len(transport.reads), 2)


class RequestBodyInARequestTest(unittest.TestCase):
    def test_w17_nothing_is_asked_of_the_transport_before_the_application_reads(self) -> None:
        exchange = Exchange("POST", b"abc")
        asked: list[int] = []

        def application(environ: Any, start_response: Any) -> list[bytes]:
            start_response("200 OK", [])
            asked.append(len(exchange.transport.reads))
            return [environ["wsgi.input"].read()]

        self.assertEqual(exchange.answered_by(application).transport.body, b"abc")
        self.assertEqual(asked, [0])

    def test_w41_a_body_that_is_not_read_is_left_to_the_transport(self) -> None:
        def application(environ: Any, start_response: Any) -> list[bytes]:
            start_response("200 OK", [])
            return [b"ok"]

        exchange = Exchange("POST", b"abc").answered_by(application)
        self.assertEqual(exchange.transport.reads, [])

    def test_w19_the_application_cannot_close_it(self) -> None:
        def application(environ: Any, start_response: Any) -> list[bytes]:
            environ["wsgi.input"].close()
            start_response("200 OK", [])
            return [environ["wsgi.input"].read()]

        exchange = Exchange("POST", b"abc").answered_by(application)
        self.assertEqual(exchange.transport.body, b"abc")

    def test_a_thread_left_behind_cannot_reach_the_next_request(self) -> None:
        kept: list[Any] = []

        def application(environ: Any, start_response: Any) -> list[bytes]:
            kept.append(environ["wsgi.input"])
            kept[0].readline()
            start_response("200 OK", [])
            return []

        exchange = Exchange("POST", b"a\nbuffered already\n").answered_by(application)
        asked = len(exchange.transport.reads)
        for call in (kept[0].read, kept[0].readline, lambda: kept[0].read1(3), kept[0].readlines):
            with self.assertRaisesRegex(OSError, "the request has ended"):
                call()
        self.assertEqual(len(exchange.transport.reads), asked)


if __name__ == "__main__":
    unittest.main()
