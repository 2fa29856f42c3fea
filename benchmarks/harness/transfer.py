"""Large bodies over one connection each: the counterpart of wrk, which reads 8 KiB at a time."""

from __future__ import annotations

import os
import socket
import time
from typing import TYPE_CHECKING, Callable

from harness.wrk import Run

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZE = 1 << 30
_BLOCK = 1 << 18
_TIMEOUT = 120.0

Transfer = Callable[[int, str], str]
"""Does one transfer to or from a path of a port, and says what is wrong with the answer."""


def drive(transfer: Transfer, port: int, path: str, seconds: float) -> Run:
    """Do whole transfers until the time is over, at least one."""
    durations: list[float] = []
    faults: list[str] = []
    before = os.times()
    start = now = time.monotonic()
    while not faults and now < start + seconds:
        try:
            fault = transfer(port, path)
        except OSError as error:
            fault = f"broken off: {error}"
        faults += [fault] if fault else []
        durations.append(time.monotonic() - now)
        now += durations[-1]
    after = os.times()
    durations.sort()
    return Run(
        requests=len(durations),
        seconds=now - start,
        p50_ms=1e3 * durations[len(durations) // 2],
        p99_ms=1e3 * durations[-1],
        cpu_seconds=sum(after[:2]) - sum(before[:2]),
        faults=tuple(faults),
    )


def download(port: int, path: str) -> str:
    """Get 1 GiB."""
    total = 0
    end = b""
    with _connection(port, f"GET {path}") as connection:
        for block in _blocks(connection):
            if total == 0 and not block[:12].tobytes().endswith(b" 200"):
                return f"answered {block[:12].tobytes()!r}"
            total += len(block)
            end = (end + block[-8:].tobytes())[-8:]
    # The length is exact: it is followed by the last chunk, which no broken answer has.
    return "" if total > SIZE and end.endswith(b"\r\n0\r\n\r\n") else f"only {total} bytes"


def upload(port: int, path: str) -> str:
    """Post 1 GiB to a script that answers the length."""
    block = bytes(_BLOCK)
    with _connection(port, f"POST {path}", f"Content-Length: {SIZE}\r\n") as connection:
        for _ in range(SIZE // _BLOCK):
            connection.sendall(block)
        answer = b"".join(block.tobytes() for block in _blocks(connection))
    right = answer[8:12] == b" 200" and f"\n{SIZE}\n".encode() in answer
    return "" if right else f"answered {answer[:200]!r}"


def _connection(port: int, request: str, headers: str = "") -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", port), timeout=_TIMEOUT)
    head = f"{request} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n"
    connection.sendall(head.encode())
    return connection


def _blocks(connection: socket.socket) -> Iterator[memoryview]:
    buffer = memoryview(bytearray(_BLOCK))
    while size := connection.recv_into(buffer):
        yield buffer[:size]
