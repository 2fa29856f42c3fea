"""What becomes of a round beside slow readers."""

import threading
import unittest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from unittest import mock

from harness.contenders import slow_readers
from harness.contenders.slow_readers import READERS, SlowReaders


class Handler(BaseHTTPRequestHandler):
    answering = True
    finished = 0
    lock = threading.Lock()

    def do_GET(self) -> None:
        kind = type(self)
        body = b"%d" % kind.finished
        if self.path == "/large":
            with kind.lock:
                kind.finished += 1
            body = bytes(10_000) if kind.answering else b""
        if body:
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    request_queue_size = 2 * READERS


class SlowReadersTest(unittest.TestCase):
    def setUp(self) -> None:
        Handler.finished = 0
        Handler.answering = True
        server = Server(("127.0.0.1", 0), Handler)
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.port = server.server_port

    def test_nothing_is_wrong_when_all_are_answered(self) -> None:
        with SlowReaders(self.port) as readers:
            readers.wait_until_served()
            self.assertEqual(readers.faults(), ())

    def test_those_that_get_nothing_are_counted(self) -> None:
        Handler.answering = False
        with mock.patch.object(slow_readers, "PATIENCE", 0.5), SlowReaders(self.port) as readers:
            readers.wait_until_served()
            self.assertIn(f"only 0 of {READERS} slow readers were answered", readers.faults())

    def test_answers_that_stay_with_the_application_are_counted(self) -> None:
        with mock.patch.object(slow_readers, "PATIENCE", 0.5), SlowReaders(self.port) as readers:
            Handler.finished -= 2
            readers.wait_until_served()
            self.assertTrue(any("large answers" in fault for fault in readers.faults()))
