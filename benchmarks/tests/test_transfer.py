"""When a large transfer counts."""

import socket
import threading
import unittest
from unittest import mock

from harness import transfer

HEAD = b"HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n"
SIZE = 1 << 18


class TransferTest(unittest.TestCase):
    def setUp(self) -> None:
        patch = mock.patch("harness.transfer.SIZE", SIZE)
        patch.start()
        self.addCleanup(patch.stop)

    def answer(self, answer: bytes, request_body: int = 0) -> int:
        """Answer one connection, in a thread of its own, when its request is complete."""
        listener = socket.create_server(("127.0.0.1", 0))

        def serve() -> None:
            with listener, listener.accept()[0] as connection, connection.makefile("rb") as lines:
                while lines.readline() != b"\r\n":
                    pass
                lines.read(request_body)
                connection.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        self.addCleanup(thread.join)
        return int(listener.getsockname()[1])

    def test_a_whole_download_counts(self) -> None:
        body = b"40000\r\n" + bytes(SIZE) + b"\r\n0\r\n\r\n"
        self.assertEqual(transfer.download(self.answer(HEAD + body), "/"), "")

    def test_a_download_without_its_end_is_a_fault(self) -> None:
        body = b"40000\r\n" + bytes(SIZE)
        self.assertIn("only", transfer.download(self.answer(HEAD + body), "/"))

    def test_an_error_answer_is_a_fault(self) -> None:
        answer = b"HTTP/1.1 502 \r\n\r\n"
        self.assertIn("502", transfer.download(self.answer(answer), "/"))

    def test_an_upload_counts_if_the_script_saw_all_of_it(self) -> None:
        right = HEAD + b"7\r\n262144\n\r\n0\r\n\r\n"
        wrong = HEAD + b"7\r\n262143\n\r\n0\r\n\r\n"
        self.assertEqual(transfer.upload(self.answer(right, SIZE), "/"), "")
        self.assertIn("262143", transfer.upload(self.answer(wrong, SIZE), "/"))
