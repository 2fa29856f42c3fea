"""A server whose slow readers wait for their answers while it is measured."""

from __future__ import annotations

import socket
import threading
import time
import urllib.request
from dataclasses import replace
from typing import TYPE_CHECKING

from harness.contender import HttpServer

if TYPE_CHECKING:
    from harness.sample import Sample
    from harness.scenario import Load

READERS = 64
_RECEIVE_BUFFER = 4096
_BYTES_PER_SECOND = 1024
PATIENCE = 120.0
_TIMEOUT = 60.0


class BesideSlowReaders(HttpServer):
    """Its own load, while others read an answer of 32 MiB at 1 KiB/s each.

    A round begins when the application has handed over all of these answers, which costs any server
    the same; from then on they are to cost it nothing.
    """

    def sample(self, load: Load, seconds: float) -> Sample:
        """Drive it beside the readers."""
        with SlowReaders(self.port) as readers:
            readers.wait_until_served()
            sample = super().sample(load, seconds)
            return replace(sample, faults=(*sample.faults, *readers.faults()))


class SlowReaders:
    """The readers, on one thread."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._over = threading.Event()
        self._connections: list[socket.socket] = []
        self._received: list[int] = []
        self._finished_before = self._finished()
        self._done = 0

    def __enter__(self) -> SlowReaders:
        for _ in range(READERS):
            connection = socket.socket()
            self._connections.append(connection)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _RECEIVE_BUFFER)
            connection.settimeout(_TIMEOUT)
            connection.connect(("127.0.0.1", self._port))
            connection.sendall(b"GET /large HTTP/1.1\r\nHost: slow\r\n\r\n")
            connection.setblocking(False)
        self._received = [0] * READERS
        self._thread = threading.Thread(target=self._read)
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._over.set()
        self._thread.join()
        for connection in self._connections:
            connection.close()

    def wait_until_served(self) -> None:
        """Wait until all have read something, and the application has handed over every answer."""
        deadline = time.monotonic() + PATIENCE
        while self.faults() and time.monotonic() < deadline:
            time.sleep(0.1)
            self._done = self._finished() - self._finished_before

    def faults(self) -> tuple[str, ...]:
        """Say what is wrong with the readers before they go away."""
        reading = sum(received > 0 for received in self._received)
        faults = []
        if reading < READERS:
            faults.append(f"only {reading} of {READERS} slow readers were answered")
        if self._done < READERS:
            faults.append(f"only {self._done} of {READERS} large answers were handed over")
        return tuple(faults)

    def _read(self) -> None:
        """Read a little of each in turn, spread over each second."""
        start = time.monotonic()
        size = _BYTES_PER_SECOND
        turn = 0
        while not self._over.wait(max(0.0, start + turn / READERS - time.monotonic())):
            index = turn % READERS
            turn += 1
            try:
                count = len(self._connections[index].recv(size))
            except BlockingIOError:
                continue  # its answer has not begun
            except OSError:
                count = 0
            # Who is at the end, or broken off, reads no more.
            self._received[index] = self._received[index] + count if count else -(1 << 30)

    def _finished(self) -> int:
        with urllib.request.urlopen(f"http://127.0.0.1:{self._port}/finished") as answer:
            return int(answer.read())
