"""What an application returns, and how it reaches the transport."""

from __future__ import annotations

import unittest
from typing import Any, Callable, Iterator

from support import Body, Exchange, answering, streaming


class Sized:
    """An iterable that is no list, with a length of its own choice."""

    def __init__(self, length: Any, *blocks: bytes) -> None:
        self._length = length
        self._blocks = blocks

    def __len__(self) -> Any:
        if isinstance(self._length, Exception):
            raise self._length
        return self._length

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._blocks)


class Indexed:
    """Iterable by its indexes only."""

    def __getitem__(self, index: int) -> bytes:
        return [b"a", b"b"][index]


def returning(body: Any, *headers: tuple[str, str]) -> Callable[..., Any]:
    def application(environ: Any, start_response: Any) -> Any:
        start_response("200 OK", list(headers))
        return body

    return application


class OrderTest(unittest.TestCase):
    def test_w29_each_block_is_handed_on_before_the_next_is_made(self) -> None:
        exchange = Exchange()

        def application(environ: Any, start_response: Any) -> Iterator[bytes]:
            start_response("200 OK", [])
            for block in (b"a", b"b"):
                exchange.events.append("made")
                yield block

        exchange.answered_by(application)
        self.assertEqual(exchange.events, ["made", "head", b"a", "made", b"b", "end"])

    def test_w26_empty_blocks_do_not_send_the_headers(self) -> None:
        def application(environ: Any, start_response: Any) -> Iterator[bytes]:
            start_response("200 OK", [("X-Before", "1")])
            yield b""
            yield b""
            start_response("500 Oops", [], (ValueError, ValueError(), None))
            yield b"a"

        exchange = Exchange().answered_by(application)
        self.assertEqual(exchange.transport.status, "500 Oops")
        self.assertEqual(exchange.transport.header("X-Before"), [])

    def test_w28_start_response_may_come_with_the_first_block(self) -> None:
        class Late:
            def __init__(self, environ: Any, start_response: Any) -> None:
                self.start_response = start_response

            def __iter__(self) -> Iterator[bytes]:
                self.start_response("201 Made", [])
                yield b"late"

        exchange = Exchange().answered_by(Late)
        self.assertEqual(exchange.transport.status, "201 Made")
        self.assertEqual(exchange.transport.body, b"late")

    def test_w28_any_iterable_will_do(self) -> None:
        bodies = (
            [b"a", b"b"],
            (b"a", b"b"),
            iter([b"a", b"b"]),
            (block for block in (b"a", b"b")),
            map(bytes, [b"a", b"b"]),
            dict.fromkeys([b"a", b"b"]),
            Sized(2, b"a", b"b"),
            Indexed(),
            Body(b"", b"a", b"", b"b", b""),
            type("Blocks", (list,), {})([b"a", b"b"]),
        )
        for body in bodies:
            with self.subTest(type(body).__name__):
                exchange = Exchange().answered_by(returning(body))
                self.assertEqual(exchange.transport.body, b"ab")
                self.assertIn("end", exchange.events)
                self.assertEqual(exchange.log.errors, [])

    def test_w39_bytes_are_not_altered(self) -> None:
        every = bytes(range(256)) + b"\r\n\n\r"
        for application in (answering(every), streaming(every, every[::-1])):
            exchange = Exchange().answered_by(application)
            self.assertIn(exchange.transport.body, (every, every + every[::-1]))


class LengthTest(unittest.TestCase):
    def test_w34_a_body_of_one_block_gets_its_length_and_goes_out_in_one_call(self) -> None:
        for body in ([b"abc"], (b"abc",)):
            exchange = Exchange().answered_by(returning(body))
            self.assertEqual(exchange.events, ["head", b"abc", "end", "in one"])
            self.assertEqual(exchange.transport.headers, [("Content-Length", "3")])

    def test_w34_so_does_a_list_of_several(self) -> None:
        exchange = Exchange().answered_by(returning([b"a", b"", b"bc"]))
        self.assertEqual(exchange.events, ["head", b"abc", "end", "in one"])
        self.assertEqual(exchange.transport.headers, [("Content-Length", "3")])

    def test_w34_a_long_list_gets_its_length_and_is_not_joined(self) -> None:
        blocks = [b"a" * 200_000, b"b" * 200_000]
        exchange = Exchange().answered_by(returning(blocks))
        self.assertEqual(exchange.events, ["head", *blocks, "end"])
        self.assertEqual(exchange.transport.headers, [("Content-Length", "400000")])

    def test_w34_other_iterables_get_a_length_if_they_say_that_they_have_one_block(self) -> None:
        golden = (
            (Sized(1, b"abc"), ["3"]),
            (Sized(1, b"", b"abc"), ["3"]),
            (Sized(2, b"abc", b"d"), []),
            (Sized(ValueError(), b"abc"), []),
            (Sized("1", b"abc"), []),
            (Sized(-1, b"abc"), []),
            (Body(b"abc"), []),
        )
        for body, length in golden:
            exchange = Exchange().answered_by(returning(body))
            self.assertEqual(exchange.transport.header("Content-Length"), length)
            self.assertEqual(exchange.transport.body[:3], b"abc")
            self.assertEqual(exchange.log.errors, [])

    def test_w34_an_empty_body_has_the_length_zero(self) -> None:
        for body in ([], (), [b""], [b"", b""], iter([]), Body(b"", b"")):
            exchange = Exchange().answered_by(returning(body))
            self.assertEqual(exchange.transport.headers, [("Content-Length", "0")])
            self.assertEqual(exchange.events[:2], ["head", "end"])

    def test_w34_the_applications_own_length_is_kept(self) -> None:
        own = ("content-length", "003")
        for body in ([b"abc"], Body(b"a", b"bc"), Sized(1, b"abc")):
            exchange = Exchange().answered_by(returning(body, own))
            self.assertEqual(exchange.transport.headers, [own])
            self.assertEqual(exchange.transport.body, b"abc")
            self.assertIsNone(exchange.transport.aborted)

    def test_w33_a_body_known_not_to_match_is_a_500(self) -> None:
        for length in ("2", "4", "0"):
            for body in ([b"abc"], (b"ab", b"c"), [b"a" * 300_000, b"b"]):
                exchange = Exchange().answered_by(returning(body, ("Content-Length", length)))
                self.assertEqual(exchange.events[-1:], ["abort"])
                self.assertIn("Content-Length", exchange.error)
        exchange = Exchange().answered_by(returning([b"abc"], ("Content-Length", "2")))
        self.assertEqual(exchange.events, ["abort"])

    def test_w33_a_longer_body_is_cut_and_breaks_the_connection(self) -> None:
        body = Body(b"ab", b"cd", b"ef")
        exchange = Exchange().answered_by(returning(body, ("Content-Length", "3")))
        self.assertEqual(exchange.events, ["head", b"ab", b"c", "abort"])
        self.assertIn("longer than its Content-Length of 3", exchange.error)
        self.assertEqual((body.taken, body.closed), (2, 1))

    def test_w33_a_first_block_that_is_too_long_is_a_500(self) -> None:
        exchange = Exchange().answered_by(returning(Body(b"abcd"), ("Content-Length", "3")))
        self.assertEqual(exchange.events, ["abort"])

    def test_w33_a_block_after_the_end_breaks_the_connection(self) -> None:
        body = Body(b"abc", b"d")
        exchange = Exchange().answered_by(returning(body, ("Content-Length", "3")))
        self.assertEqual(exchange.events, ["head", b"abc", "abort"])

    def test_w33_a_shorter_body_breaks_the_connection(self) -> None:
        exchange = Exchange().answered_by(returning(Body(b"ab"), ("Content-Length", "3")))
        self.assertEqual(exchange.events, ["head", b"ab", "abort"])
        self.assertIn("1 bytes short", exchange.error)

    def test_w33_no_body_where_one_was_promised_is_a_500(self) -> None:
        for body in ([], Body(), Body(b"")):
            exchange = Exchange().answered_by(returning(body, ("Content-Length", "3")))
            self.assertEqual(exchange.events, ["abort"])


class NoBodyTest(unittest.TestCase):
    def test_w35_head_has_the_headers_of_get_and_no_body(self) -> None:
        golden = (
            (answering(b"abc"), ["3"]),
            (answering(b"a", b"bc"), ["3"]),
            (answering(b"a" * 300_000, b"b"), ["300001"]),
            (answering(b"abc", headers=[("Content-Length", "3")]), ["3"]),
            (answering(headers=[("Content-Length", "7")]), ["7"]),
            (answering(), []),
            (streaming(b"abc"), []),
            (streaming(b"abc", headers=[("Content-Length", "3")]), ["3"]),
            (streaming(headers=[("Content-Length", "7")]), ["7"]),
        )
        for number, (application, length) in enumerate(golden):
            with self.subTest(number):
                exchange = Exchange("HEAD").answered_by(application)
                self.assertEqual(exchange.events[:2], ["head", "end"])
                self.assertEqual(exchange.transport.header("Content-Length"), length)
                self.assertEqual(exchange.transport.header("X"), [])

    def test_w35_a_body_that_is_not_sent_is_not_made_but_closed(self) -> None:
        body = Body(b"a", b"b")
        exchange = Exchange("HEAD").answered_by(returning(body))
        self.assertEqual((body.taken, body.closed), (0, 1))
        self.assertEqual(exchange.events, ["head", "end"])

    def test_w35_an_application_that_is_a_generator_answers_head(self) -> None:
        def application(environ: Any, start_response: Any) -> Iterator[bytes]:
            start_response("200 OK", [("X", "y")])
            yield b"a"
            yield b"b"

        exchange = Exchange("HEAD").answered_by(application)
        self.assertEqual(exchange.events, ["head", "end"])
        self.assertEqual(exchange.transport.header("X"), ["y"])

    def test_w35_what_is_written_in_answer_to_head_is_dropped(self) -> None:
        def application(environ: Any, start_response: Any) -> list[bytes]:
            write = start_response("200 OK", [])
            write(b"a")
            write(b"b")
            return [b"c"]

        self.assertEqual(Exchange("HEAD").answered_by(application).events, ["head", "end"])

    def test_w35_204_205_and_304_have_neither_body_nor_length(self) -> None:
        headers = [("Content-Length", "3"), ("X", "y")]
        for status in ("204 None", "205 Reset", "304 Same"):
            for application in (
                answering(b"abc", status=status, headers=headers),
                answering(b"abc", status=status, headers=headers[1:]),
                answering(status=status, headers=headers[1:]),
                streaming(b"abc", status=status, headers=headers),
                streaming(status=status, headers=headers[1:]),
            ):
                for method in ("GET", "HEAD"):
                    exchange = Exchange(method).answered_by(application)
                    self.assertEqual(exchange.events[:2], ["head", "end"])
                    self.assertEqual(exchange.transport.headers, [("X", "y")])
                    self.assertEqual(exchange.log.errors, [])


if __name__ == "__main__":
    unittest.main()
