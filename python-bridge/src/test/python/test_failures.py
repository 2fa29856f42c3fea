"""What goes wrong in an application or with its client, and that close() runs all the same."""

from __future__ import annotations

import unittest
from typing import Any, Callable, Iterator

from gatehouse.gateway import BodyError, ClientGone, RequestTimeout
from support import Body, Exchange, answering, streaming


class UnprintableError(Exception):
    def __str__(self) -> str:
        raise SystemExit(3)


def raising(error: BaseException) -> Callable[..., Any]:
    def application(environ: Any, start_response: Any) -> Any:
        raise error

    return application


class BrokenApplicationTest(unittest.TestCase):
    def test_w20_w31_a_broken_answer_is_a_500(self) -> None:
        def without_start(environ: Any, start_response: Any) -> list[bytes]:
            return [b"body"]

        def without_anything(environ: Any, start_response: Any) -> Any:
            return None

        def without_start_streamed(environ: Any, start_response: Any) -> Iterator[bytes]:
            yield b"body"

        def returning_none(environ: Any, start_response: Any) -> Any:
            start_response("200 OK", [])

        def returning_text(environ: Any, start_response: Any) -> Any:
            start_response("200 OK", [])
            return "text"

        def returning_bytes(environ: Any, start_response: Any) -> Any:
            start_response("200 OK", [])
            return b"bytes"

        golden = (
            (without_start, "did not call start_response"),
            (without_start_streamed, "did not call start_response"),
            (without_anything, "must return an iterable of bytes, returned None"),
            (returning_none, "must return an iterable of bytes, returned None"),
            (returning_text, "must be bytes, was 't'"),
            (returning_bytes, "must be bytes, was 98"),
            (answering("text"), "must be bytes, was 'text'"),
            (answering(None), "must be bytes, was None"),
            (answering(b"a", 7), "must be bytes, was 7"),
            (answering(bytearray(b"a")), "must be bytes"),
            (streaming("text"), "must be bytes, was 'text'"),
            (streaming(b"", None), "must be bytes, was None"),
            (lambda: None, "takes 0 positional arguments"),
        )
        for number, (application, message) in enumerate(golden):
            with self.subTest(number):
                exchange = Exchange().answered_by(application)
                self.assertEqual(exchange.events, ["abort"])
                self.assertEqual(exchange.transport.aborted[0], "error")
                self.assertIn(message, exchange.transport.aborted[1])
                self.assertIn(message, exchange.error)

    def test_w31_a_wrong_block_after_the_first_breaks_the_connection(self) -> None:
        exchange = Exchange().answered_by(streaming(b"a", "b", b"c"))
        self.assertEqual(exchange.events, ["head", b"a", "abort"])

    def test_w36_an_error_before_the_first_byte_is_logged_once_with_its_traceback(self) -> None:
        def application(environ: Any, start_response: Any) -> list[bytes]:
            start_response("200 OK", [("X-Mine", "1")])
            raise ValueError("wrong value")

        exchange = Exchange("POST", PATH_INFO="/a\nb").answered_by(application)
        self.assertEqual(exchange.events, ["abort"])
        self.assertEqual(exchange.transport.aborted, ("error", "ValueError: wrong value"))
        heading = "POST /app/a\\nb: the application failed\nTraceback (most recent call last):\n"
        self.assertTrue(exchange.error.startswith(heading), exchange.error)
        self.assertTrue(exchange.error.endswith("ValueError: wrong value"), exchange.error)
        self.assertIn("in application", exchange.error)
        self.assertNotIn("gateway.py", exchange.error)

    def test_w36_an_error_after_the_first_byte_breaks_the_connection(self) -> None:
        exchange = Exchange().answered_by(streaming(b"a", ValueError("late")))
        self.assertEqual(exchange.events, ["head", b"a", "abort"])
        self.assertIn("ValueError: late", exchange.error)

    def test_w36_chained_errors_are_one_record(self) -> None:
        def application(environ: Any, start_response: Any) -> list[bytes]:
            try:
                raise KeyError("first")
            except KeyError as error:
                raise ValueError("second") from error

        error = Exchange().answered_by(application).error
        self.assertIn("KeyError: 'first'", error)
        self.assertIn("ValueError: second", error)

    def test_w37_nothing_that_an_application_raises_gets_out(self) -> None:
        errors = (
            SystemExit(1),
            KeyboardInterrupt(),
            GeneratorExit(),
            StopIteration(),
            MemoryError(),
            RecursionError(),
            BaseException("base"),
            UnprintableError(),
            ValueError("\ud800\r\n\0"),
            OSError("an OSError of the application's own"),
        )
        for error in errors:
            with self.subTest(type(error).__name__):
                for application in (raising(error), streaming(b"", raises(error))):
                    exchange = Exchange().answered_by(application)
                    self.assertEqual(exchange.events[-1:], ["abort"])
                    self.assertEqual(exchange.transport.aborted[0], "error")
                    self.assertIn(type(error).__name__, exchange.error)
                    exchange.error.encode()
                    self.assertNotIn("\n", exchange.transport.aborted[1])

    def test_an_interrupted_request_is_a_timeout(self) -> None:
        exchange = Exchange().answered_by(raising(RequestTimeout("after 60 s")))
        self.assertEqual(exchange.transport.aborted[0], "timeout")
        self.assertIn("in application", exchange.error)

    def test_an_environ_that_the_application_ruined_is_no_obstacle(self) -> None:
        def application(environ: Any, start_response: Any) -> Any:
            environ.clear()
            environ["PATH_INFO"] = object()
            raise ValueError("wrong")

        self.assertIn("ValueError: wrong", Exchange().answered_by(application).error)


class CloseTest(unittest.TestCase):
    def run_with(self, body: Body, method: str = "GET", **options: Any) -> Exchange:
        exchange = Exchange(method)
        for name, value in options.items():
            setattr(exchange.transport, name, value)

        def application(environ: Any, start_response: Any) -> Body:
            start_response("200 OK", [])
            return body

        return exchange.answered_by(application)

    def test_w32_close_runs_exactly_once_whatever_happens(self) -> None:
        def without_start(environ: Any, start_response: Any) -> Body:
            return bodies[-1]

        def too_long(environ: Any, start_response: Any) -> Body:
            start_response("200 OK", [("Content-Length", "1")])
            return bodies[-1]

        def failed_write(environ: Any, start_response: Any) -> Body:
            try:
                start_response("200 OK", [])("text")
            except Exception:
                return bodies[-1]
            raise AssertionError

        bodies: list[Body] = []
        for application in (without_start, too_long, failed_write):
            bodies.append(Body(b"a", b"b"))
            Exchange().answered_by(application)
        for blocks in ((), (b"",), (b"a",), (b"a", ValueError()), (SystemExit(),), ("text",)):
            bodies.append(Body(*blocks))
            self.run_with(bodies[-1])
        bodies.append(Body(b"a"))
        self.run_with(bodies[-1], "HEAD")
        for after in (0, 1):
            bodies.append(Body(b"a", b"b"))
            self.run_with(bodies[-1], gone_after=after)
        self.assertEqual([body.closed for body in bodies], [1] * len(bodies))

    def test_w32_close_runs_after_the_last_block_and_before_the_end(self) -> None:
        exchange = Exchange()
        body = Body(b"a", on_close=lambda: exchange.events.append("close"))

        def application(environ: Any, start_response: Any) -> Body:
            start_response("200 OK", [])
            return body

        exchange.answered_by(application)
        self.assertEqual(exchange.events, ["head", b"a", "close", "end"])

    def test_w32_an_error_in_close_is_logged_and_the_response_stands(self) -> None:
        for error in (ValueError("in close"), SystemExit("in close")):
            exchange = self.run_with(Body(b"a", on_close=raises_now(error)))
            self.assertEqual(exchange.events, ["head", b"a", "end"])
            self.assertIn("in close", exchange.error)

    def test_w32_a_generator_runs_its_finally(self) -> None:
        closed: list[str] = []

        def application(environ: Any, start_response: Any) -> Iterator[bytes]:
            start_response("200 OK", [])
            try:
                yield b"a"
                yield b"b"
            finally:
                closed.append("closed")

        exchange = Exchange()
        exchange.transport.gone_after = 1
        exchange.answered_by(application)
        self.assertEqual(closed, ["closed"])


class ClientGoneTest(unittest.TestCase):
    def test_w32_a_client_that_went_away_ends_the_request_without_a_record(self) -> None:
        body = Body(b"a", b"b", b"c")

        def application(environ: Any, start_response: Any) -> Body:
            start_response("200 OK", [])
            return body

        exchange = Exchange()
        exchange.transport.gone_after = 1
        exchange.answered_by(application)
        self.assertEqual(exchange.events, ["head", b"a", "abort"])
        self.assertEqual(exchange.transport.aborted[0], "disconnect")
        self.assertEqual(exchange.log.errors, [])
        self.assertEqual((body.taken, body.closed), (2, 1))

    def test_a_client_that_went_away_from_a_whole_response_is_no_error(self) -> None:
        exchange = Exchange()
        exchange.transport.gone_after = 0
        exchange.answered_by(answering(b"a"))
        self.assertEqual(exchange.transport.aborted[0], "disconnect")
        self.assertEqual(exchange.log.errors, [])

    def test_w18_a_body_that_broke_off_is_no_error_of_the_application(self) -> None:
        def passing_on(environ: Any, start_response: Any) -> Any:
            return [environ["wsgi.input"].read()]

        def wrapping(environ: Any, start_response: Any) -> Any:
            try:
                return [environ["wsgi.input"].read()]
            except OSError as error:
                raise ValueError("no upload") from error

        for application in (passing_on, wrapping):
            exchange = Exchange("POST", b"abc", CONTENT_LENGTH="10").answered_by(application)
            self.assertEqual(exchange.transport.aborted[0], "disconnect")
            self.assertEqual(exchange.log.errors, [])

    def test_w18_an_application_may_answer_for_a_broken_body(self) -> None:
        def application(environ: Any, start_response: Any) -> list[bytes]:
            try:
                environ["wsgi.input"].read()
            except OSError:
                start_response("400 Bad Request", [])
            return [b"short"]

        exchange = Exchange("POST", b"abc", CONTENT_LENGTH="10").answered_by(application)
        self.assertEqual(exchange.transport.status, "400 Bad Request")

    def test_a_transport_that_breaks_at_the_end_is_nobodys_error(self) -> None:
        def broken(*_: Any) -> None:
            raise ClientGone("too late")

        for application, last in ((streaming(b"a"), "end"), (raising(ValueError("x")), "abort")):
            exchange = Exchange()
            setattr(exchange.transport, last, broken)
            exchange.answered_by(application)
            self.assertEqual(len(exchange.log.errors), 0 if last == "end" else 1)

    def test_both_are_errors_of_the_operating_system_to_an_application(self) -> None:
        self.assertTrue(issubclass(BodyError, OSError))
        self.assertTrue(issubclass(ClientGone, OSError))
        self.assertFalse(issubclass(RequestTimeout, Exception))


def raises(error: BaseException) -> BaseException:
    """Return a block for Body that raises; StopIteration would only end it."""
    return ValueError(type(error).__name__) if isinstance(error, StopIteration) else error


def raises_now(error: BaseException) -> Callable[[], None]:
    def function() -> None:
        raise error

    return function


if __name__ == "__main__":
    unittest.main()
