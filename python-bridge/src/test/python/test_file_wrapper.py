"""wsgi.file_wrapper."""

from __future__ import annotations

import gzip
import io
import os
import tempfile
import unittest
from typing import Any, Callable

from support import Exchange

LARGE = bytes(range(256)) * 4096  # 1 MiB


class OnlyRead:
    def __init__(self, data: bytes) -> None:
        self._stream = io.BytesIO(data)
        self.sizes: list[int] = []

    def read(self, size: int) -> bytes:
        self.sizes.append(size)
        return self._stream.read(size)


def wrapping(file: Any, *sizes: int, headers: Any = (), status: str = "200 OK") -> Any:
    def application(environ: Any, start_response: Any) -> Any:
        start_response(status, list(headers))
        return environ["wsgi.file_wrapper"](file, *sizes)

    return application


class FileWrapperTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = os.path.join(folder.name, "file")

    def file(self, data: bytes, mode: str = "rb", **options: Any) -> Any:
        with open(self.path, "wb") as file:
            file.write(data)
        opened = open(self.path, mode, **options)  # noqa: SIM115 - the gateway closes it
        self.addCleanup(opened.close)
        return opened

    def test_w38_sends_what_a_file_like_object_gives_and_closes_it(self) -> None:
        kinds: list[tuple[str, Callable[[], Any]]] = [
            ("BytesIO", lambda: io.BytesIO(LARGE)),
            ("file", lambda: self.file(LARGE)),
            ("unbuffered", lambda: self.file(LARGE, buffering=0)),
            ("read and write", lambda: self.file(LARGE, "r+b")),
            ("small file", lambda: self.file(LARGE[:1000])),
            ("empty file", lambda: self.file(b"")),
        ]
        for takes_files in (True, False):
            for name, make in kinds:
                with self.subTest(name, takes_files=takes_files):
                    file = make()
                    exchange = Exchange()
                    exchange.transport.takes_files = takes_files
                    exchange.answered_by(wrapping(file))
                    self.assertEqual(exchange.log.errors, [])
                    self.assertTrue(file.closed)
                    if name in ("file", "unbuffered", "read and write") and takes_files:
                        self.assertEqual(exchange.events, ["head", ("file", 0, 1 << 20), "end"])
                    else:
                        size = {"small file": 1000, "empty file": 0}.get(name, 1 << 20)
                        self.assertEqual(exchange.transport.body, LARGE[:size])

    def test_w38_works_with_an_object_that_can_only_read(self) -> None:
        only = OnlyRead(b"abcdef")
        exchange = Exchange().answered_by(wrapping(only, 4))
        self.assertEqual(exchange.events, ["head", b"abcd", b"ef", "end"])
        self.assertEqual(only.sizes, [4, 4, 4])

    def test_w38_starts_at_the_current_position(self) -> None:
        for takes_files, buffering in ((True, -1), (False, -1), (True, 0)):
            file = self.file(LARGE, buffering=buffering)
            file.read(1000)
            exchange = Exchange()
            exchange.transport.takes_files = takes_files
            exchange.answered_by(wrapping(file))
            self.assertEqual(exchange.transport.header("Content-Length"), [str(len(LARGE) - 1000)])
            if takes_files:
                self.assertEqual(exchange.events[1], ("file", 1000, len(LARGE) - 1000))
            else:
                self.assertEqual(exchange.transport.body, LARGE[1000:])

    def test_w38_a_position_at_or_past_the_end_gives_nothing(self) -> None:
        for position in (3, 4):
            file = self.file(b"abc")
            file.seek(position)
            exchange = Exchange().answered_by(wrapping(file))
            self.assertEqual(exchange.transport.headers, [("Content-Length", "0")])
            self.assertEqual(exchange.events, ["head", "end"])

    def test_w38_stops_at_content_length(self) -> None:
        golden = (
            (io.BytesIO(b"abcdef"), 4),
            (io.BytesIO(b"abcdef"), 0),
            (io.BytesIO(b"abcdef"), 6),
            (OnlyRead(b"abcdef"), 4),
            (self.file(b"abcdef"), 4),
            (self.file(b"abcdef"), 0),
        )
        for file, length in golden:
            headers = [("Content-Length", str(length))]
            exchange = Exchange().answered_by(wrapping(file, 3, headers=headers))
            self.assertEqual(exchange.transport.body, b"abcdef"[:length])
            self.assertEqual(exchange.transport.headers, headers)
            self.assertEqual(exchange.log.errors, [])
        exchange = Exchange()
        exchange.transport.takes_files = True
        exchange.answered_by(wrapping(self.file(LARGE), headers=[("Content-Length", "70000")]))
        self.assertEqual(exchange.events, ["head", ("file", 0, 70000), "end"])

    def test_w33_a_file_shorter_than_content_length_is_a_500(self) -> None:
        headers = [("Content-Length", str(len(LARGE) + 1))]
        exchange = Exchange().answered_by(wrapping(self.file(LARGE), headers=headers))
        self.assertEqual(exchange.events, ["abort"])

    def test_w33_a_file_cut_while_it_is_sent_breaks_the_connection(self) -> None:
        exchange = Exchange()

        def cut(fd: int, offset: int, length: int) -> bool:
            os.truncate(self.path, 300_000)
            return False

        exchange.transport.file = cut  # type: ignore[method-assign]
        exchange.answered_by(wrapping(self.file(LARGE)))
        self.assertEqual(exchange.events[-1], "abort")
        self.assertEqual(len(exchange.transport.body), 300_000)

    def test_w38_nothing_is_read_before_it_is_returned(self) -> None:
        only = OnlyRead(b"abc")

        def application(environ: Any, start_response: Any) -> list[bytes]:
            environ["wsgi.file_wrapper"](only)
            start_response("200 OK", [])
            return [b"other"]

        self.assertEqual(Exchange().answered_by(application).transport.body, b"other")
        self.assertEqual(only.sizes, [])

    def test_w38_middleware_may_iterate_it(self) -> None:
        def application(environ: Any, start_response: Any) -> Any:
            start_response("200 OK", [])
            return (block.upper() for block in environ["wsgi.file_wrapper"](io.BytesIO(b"ab"), 1))

        exchange = Exchange().answered_by(application)
        self.assertEqual(exchange.events, ["head", b"A", b"B", "end"])

    def test_w38_written_data_comes_first(self) -> None:
        def application(environ: Any, start_response: Any) -> Any:
            start_response("200 OK", [])(b"written ")
            return environ["wsgi.file_wrapper"](self.file(b"file"))

        self.assertEqual(Exchange().answered_by(application).transport.body, b"written file")

    def test_w35_head_has_the_length_of_the_file_and_reads_nothing(self) -> None:
        for size in (10, len(LARGE)):
            exchange = Exchange("HEAD").answered_by(wrapping(self.file(LARGE[:size])))
            self.assertEqual(exchange.events, ["head", "end"])
            self.assertEqual(exchange.transport.headers, [("Content-Length", str(size))])
        only = OnlyRead(b"abc")
        self.assertEqual(Exchange("HEAD").answered_by(wrapping(only)).events, ["head", "end"])
        self.assertEqual(only.sizes, [])

    def test_w35_304_has_no_length_of_the_file(self) -> None:
        exchange = Exchange().answered_by(wrapping(self.file(LARGE), status="304 Same"))
        self.assertEqual(exchange.events, ["head", "end"])
        self.assertEqual(exchange.transport.headers, [])

    def test_only_a_descriptor_that_gives_the_same_bytes_is_sent(self) -> None:
        with gzip.open(self.path, "wb") as packed:
            packed.write(LARGE)
        read_end, write_end = os.pipe()
        os.write(write_end, b"from a pipe")
        os.close(write_end)

        class Upper(io.FileIO):
            def read(self, size: int = -1) -> bytes:
                return super().read(size).upper()

            def readinto(self, buffer: Any) -> int:
                data = self.read(len(buffer))
                buffer[: len(data)] = data
                return len(data)

        lower = os.path.join(os.path.dirname(self.path), "lower")
        with open(lower, "wb") as file:
            file.write(b"a" * 100_000)
        golden = (
            (gzip.open(self.path), LARGE),  # noqa: SIM115
            (os.fdopen(read_end, "rb"), b"from a pipe"),
            (io.BufferedReader(Upper(lower)), b"A" * 100_000),
            (Upper(lower), b"A" * 100_000),
        )
        for file, data in golden:
            exchange = Exchange()
            exchange.transport.takes_files = True
            exchange.answered_by(wrapping(file))
            self.assertEqual(exchange.transport.body, data)

    @unittest.skipUnless(os.path.exists("/proc/version"), "needs a file that hides its size")
    def test_a_file_that_hides_its_size_is_read(self) -> None:
        with open("/proc/version", "rb") as file:
            expected = file.read()
        exchange = Exchange()
        exchange.transport.takes_files = True
        exchange.answered_by(wrapping(open("/proc/version", "rb")))  # noqa: SIM115
        self.assertEqual(exchange.transport.body, expected)

    def test_w31_a_file_of_text_is_a_500(self) -> None:
        exchange = Exchange().answered_by(wrapping(self.file(b"text", "r")))
        self.assertEqual(exchange.events, ["abort"])
        self.assertIn("must be bytes", exchange.error)

    def test_w20_a_file_without_start_response_is_a_500(self) -> None:
        for data in (b"", b"abc", LARGE):
            exchange = Exchange().answered_by(
                lambda environ, _, data=data: environ["wsgi.file_wrapper"](self.file(data))
            )
            self.assertEqual(exchange.events, ["abort"])

    def test_w32_a_closed_file_is_an_error_of_the_application(self) -> None:
        file = self.file(b"abc")
        file.close()
        exchange = Exchange().answered_by(wrapping(file))
        self.assertEqual(exchange.events, ["abort"])
        self.assertIn("ValueError", exchange.error)


if __name__ == "__main__":
    unittest.main()
