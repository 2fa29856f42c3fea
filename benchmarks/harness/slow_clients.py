"""Many clients that each send a short body one byte at a time.

A program of its own: ``python3 -m harness.slow_clients PORT CLIENTS BYTES``. It prints ``sending``
once all are connected, and in the end one JSON object: how many were answered rightly, how many not
and the CPU seconds that the clients took themselves.
"""

from __future__ import annotations

import json
import resource
import socket
import sys
import time
from collections import Counter

_TICKS_PER_SECOND = 50
_ANSWER_TIMEOUT = 30.0


def main() -> None:
    """Run the clients named on the command line."""
    port, clients, size = map(int, sys.argv[1:4])
    allow_files(clients + 100)
    connections = [_connect(port, size) for _ in range(clients)]
    print("sending", flush=True)
    outcomes: Counter[str] = Counter()
    left = _send_slowly(connections, size, outcomes)
    expected = f"{size}\n".encode()
    for connection in left:
        outcomes[_outcome(connection, expected)] += 1
    answered = outcomes.pop("answered", 0)
    result = {"answered": answered, "failed": outcomes, "cpu_seconds": time.process_time()}
    print(json.dumps(result), flush=True)


def allow_files(count: int) -> None:
    """Raise the limit of open files if need be; servers that are started later inherit it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < count:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(count, hard), hard))


def _connect(port: int, size: int) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", port), timeout=_ANSWER_TIMEOUT)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    head = f"POST / HTTP/1.1\r\nHost: slow\r\nConnection: close\r\nContent-Length: {size}\r\n\r\n"
    connection.sendall(head.encode())
    return connection


def _send_slowly(
    connections: list[socket.socket], size: int, outcomes: Counter[str]
) -> list[socket.socket]:
    """Send one byte per second and connection, in small groups spread over each second."""
    groups = [connections[i::_TICKS_PER_SECOND] for i in range(_TICKS_PER_SECOND)]
    start = time.monotonic()
    for tick in range(size * _TICKS_PER_SECOND):
        time.sleep(max(0.0, start + tick / _TICKS_PER_SECOND - time.monotonic()))
        slot = tick % _TICKS_PER_SECOND
        groups[slot] = [each for each in groups[slot] if _sent(each, outcomes)]
    return [connection for group in groups for connection in group]


def _sent(connection: socket.socket, outcomes: Counter[str]) -> bool:
    try:
        connection.sendall(b"x")
    except OSError as error:
        outcomes[f"sending: {error}"] += 1
        return False
    return True


def _outcome(connection: socket.socket, expected: bytes) -> str:
    answer = b""
    try:
        with connection:
            while block := connection.recv(4096):
                answer += block
    except OSError as error:
        return f"receiving: {error}"
    head, _, body = answer.partition(b"\r\n\r\n")
    if head.startswith(b"HTTP/1.1 200") and body == expected:
        return "answered"
    return f"wrong answer: {answer[:60]!r}"


if __name__ == "__main__":
    main()
