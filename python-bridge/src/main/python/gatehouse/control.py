"""The control connection: what the JVM wants of the process as a whole, and what it is told."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from typing import Callable

from .frames import LOG_TYPE, frame, read_frame

Handler = Callable[[bytes], None]


class ControlConnection:
    """Sends frames for any thread, and has the JVM's frames handled on a thread of its own."""

    def __init__(self, sock: socket.socket) -> None:
        self._socket = sock
        self._lock = threading.Lock()

    def send(self, kind: int, payload: bytes = b"") -> None:
        """Send one frame. Raises OSError if the JVM is gone."""
        with self._lock:
            self._socket.sendall(frame(kind, payload))

    def log(self, level: int, text: bytes) -> None:
        """Send a log record; without a JVM there is nobody to tell."""
        with suppress(OSError):
            self.send(LOG_TYPE, bytes((level,)) + text)

    def serve(self, handlers: dict[int, Handler]) -> None:
        """Handle frames until the JVM closes the connection."""
        with suppress(OSError, EOFError):
            while True:
                kind, payload = read_frame(self._socket.recv)
                handlers[kind](payload)

    def leave_to_parent(self) -> None:
        """Close the connection in a forked child, not for its parent."""
        self._lock = threading.Lock()
        self._socket.close()
