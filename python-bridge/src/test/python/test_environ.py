"""What an application is called with."""

from __future__ import annotations

import unittest
from typing import Any

from gatehouse.gateway import FileWrapper, Settings
from support import Exchange


class EnvironTest(unittest.TestCase):
    def called_with(self, exchange: Exchange, *settings: Settings) -> dict[str, Any]:
        seen: list[Any] = []

        def application(*args: Any, **named: Any) -> list[bytes]:
            seen.extend(args)
            self.assertEqual(named, {})
            args[1]("200 OK", [])
            return []

        exchange.answered_by(application, *settings)
        self.assertEqual(len(seen), 2)
        return seen[0]

    def test_w1_is_exactly_a_dict_given_by_position(self) -> None:
        exchange = Exchange()
        environ = self.called_with(exchange)
        self.assertIs(type(environ), dict)
        self.assertIs(environ, exchange.environ)

    def test_w4_strings_of_the_request_are_passed_as_they_came(self) -> None:
        environ = self.called_with(Exchange(PATH_INFO="/\u00e2\u0082\u00ac\x80"))
        self.assertEqual(environ["PATH_INFO"], "/\u00e2\u0082\u00ac\x80")

    def test_w8_nothing_is_made_up_that_did_not_come(self) -> None:
        environ = self.called_with(Exchange())
        for absent in ("REMOTE_USER", "AUTH_TYPE", "CONTENT_TYPE", "CONTENT_LENGTH"):
            self.assertNotIn(absent, environ)

    def test_w9_input_is_terminated_and_files_can_be_wrapped(self) -> None:
        environ = self.called_with(Exchange())
        self.assertIs(environ["wsgi.input_terminated"], True)
        self.assertIs(environ["wsgi.file_wrapper"], FileWrapper)

    def test_w10_version_and_kind_of_process(self) -> None:
        for flags in ((True, True), (True, False), (False, True), (False, False)):
            with self.subTest(flags):
                environ = self.called_with(Exchange(), Settings(*flags))
                self.assertEqual(environ["wsgi.version"], (1, 0))
                self.assertIs(type(environ["wsgi.version"]), tuple)
                self.assertIs(environ["wsgi.multithread"], flags[0])
                self.assertIs(environ["wsgi.multiprocess"], flags[1])
                self.assertIs(environ["wsgi.run_once"], False)

    def test_w10_url_scheme_is_that_of_the_request(self) -> None:
        given = self.called_with(Exchange(**{"wsgi.url_scheme": "https"}))
        self.assertEqual(given["wsgi.url_scheme"], "https")
        for variables, scheme in (({}, "http"), ({"REQUEST_SCHEME": "https"}, "https")):
            exchange = Exchange(**variables)
            del exchange.environ["wsgi.url_scheme"]
            self.assertEqual(self.called_with(exchange)["wsgi.url_scheme"], scheme)

    def test_w1_changes_of_one_request_are_not_seen_by_the_next(self) -> None:
        self.called_with(Exchange())["wsgi.version"] = "changed"
        self.assertEqual(self.called_with(Exchange())["wsgi.version"], (1, 0))


if __name__ == "__main__":
    unittest.main()
