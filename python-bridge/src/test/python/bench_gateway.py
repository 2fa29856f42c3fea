"""Cost of run() per request, without a transport: ``python3 bench_gateway.py [SECONDS]``.

Prints microseconds of this process per request, the best of several rounds.
"""

from __future__ import annotations

import sys
import time
from typing import Any, Callable

from gatehouse.gateway import ErrorLog, Transport, run

LOG = ErrorLog()

ENVIRON = {
    "REQUEST_METHOD": "GET",
    "SCRIPT_NAME": "/app",
    "PATH_INFO": "/hello",
    "QUERY_STRING": "",
    "REQUEST_URI": "/app/hello",
    "RAW_URI": "/app/hello",
    "SERVER_NAME": "localhost",
    "SERVER_PORT": "8080",
    "SERVER_PROTOCOL": "HTTP/1.1",
    "REMOTE_ADDR": "127.0.0.1",
    "HTTP_HOST": "localhost:8080",
    "HTTP_USER_AGENT": "bench",
    "HTTP_ACCEPT": "*/*",
    "wsgi.url_scheme": "http",
}


class NullTransport(Transport):
    def read(self, size: int) -> bytes:
        return b""

    def head(self, status: str, headers: list) -> None:
        pass

    def data(self, block: bytes) -> None:
        pass

    def end(self) -> None:
        pass

    def whole(self, status: str, headers: list, block: bytes) -> None:
        pass


def hello(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
    start_response("200 OK", [("Content-Type", "text/plain; charset=utf-8")])
    return [b"Hello, World!"]


def streamed(environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
    start_response("200 OK", [("Content-Type", "text/plain; charset=utf-8")])
    yield b"Hello, World!"


def post(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
    environ["wsgi.input"].read()
    start_response(
        "200 OK", [("Content-Type", "text/plain"), ("Content-Length", "2"), ("X-One", "1")]
    )
    return [b"ok"]


def microseconds(application: Callable[..., Any], seconds: float) -> float:
    transport = NullTransport()
    best = float("inf")
    until = time.process_time() + seconds
    while time.process_time() < until:
        start = time.process_time()
        for _ in range(5000):
            run(application, ENVIRON.copy(), transport, LOG)
        best = min(best, (time.process_time() - start) / 5000)
    return best * 1e6


if __name__ == "__main__":
    length = float(sys.argv[1]) if len(sys.argv) > 1 else 2.0
    for each in (hello, streamed, post):
        print(f"{each.__name__}: {microseconds(each, length):.2f} us")
