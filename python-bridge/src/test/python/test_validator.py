"""Applications inside wsgiref.validate, which checks both sides of the contract."""

from __future__ import annotations

import io
import unittest
from typing import Any, Iterator
from wsgiref.validate import validator

from support import Exchange

TEXT = [("Content-Type", "text/plain")]


def listed(environ: Any, start_response: Any) -> list[bytes]:
    start_response("200 OK", TEXT[:])
    return [b"a", b"b"]


def streamed(environ: Any, start_response: Any) -> Iterator[bytes]:
    start_response("200 OK", [*TEXT, ("Content-Length", "2")])
    return iter([b"a", b"", b"b"])


def written(environ: Any, start_response: Any) -> list[bytes]:
    write = start_response("200 OK", TEXT[:])
    write(b"a")
    return [b"b"]


def echoed(environ: Any, start_response: Any) -> list[bytes]:
    stream = environ["wsgi.input"]
    first = stream.read(2) + stream.readline() + b"".join(stream.readlines(1))
    rest = b"".join(stream)
    environ["wsgi.errors"].write("echoing\n")
    environ["wsgi.errors"].writelines(["two\n"])
    environ["wsgi.errors"].flush()
    start_response("200 OK", TEXT[:])
    return [first + rest]


def replaced(environ: Any, start_response: Any) -> list[bytes]:
    start_response("200 OK", TEXT[:])
    try:
        raise ValueError
    except ValueError as error:
        start_response("500 Oops", TEXT[:], (type(error), error, error.__traceback__))
    return [b"ab"]


def file(environ: Any, start_response: Any) -> Any:
    start_response("200 OK", TEXT[:])
    return environ["wsgi.file_wrapper"](io.BytesIO(b"ab"), 1)


def nothing(environ: Any, start_response: Any) -> list[bytes]:
    start_response("204 No Content", [])
    return []


class ValidatorTest(unittest.TestCase):
    def test_every_kind_of_answer_passes(self) -> None:
        sent = b"one\ntwo\nthree\nfour"
        golden = (
            (listed, "200 OK", b"ab"),
            (streamed, "200 OK", b"ab"),
            (written, "200 OK", b"ab"),
            (echoed, "200 OK", sent),
            (replaced, "500 Oops", b"ab"),
            (file, "200 OK", b"ab"),
            (nothing, "204 No Content", b""),
        )
        for application, status, body in golden:
            for method in ("GET", "POST", "HEAD"):
                with self.subTest(application.__name__, method=method):
                    exchange = Exchange(method, sent).answered_by(validator(application))
                    self.assertEqual(exchange.log.errors, [])
                    self.assertIsNone(exchange.transport.aborted)
                    self.assertEqual(exchange.transport.status, status)
                    self.assertEqual(exchange.transport.body, b"" if method == "HEAD" else body)

    def test_what_the_validator_finds_is_a_500(self) -> None:
        def bad(environ: Any, start_response: Any) -> list[bytes]:
            start_response("200 OK", [])
            return [b"no content type"]

        exchange = Exchange().answered_by(validator(bad))
        self.assertEqual(exchange.events, ["abort"])
        self.assertIn("AssertionError", exchange.error)

    def test_what_the_gateway_finds_passes_through_the_validator(self) -> None:
        def hop(environ: Any, start_response: Any) -> list[bytes]:
            start_response("200 OK", [*TEXT, ("Transfer-Encoding", "chunked")])
            return [b"body"]

        exchange = Exchange().answered_by(validator(hop))
        self.assertIn("hop-by-hop header Transfer-Encoding", exchange.error)


if __name__ == "__main__":
    unittest.main()
