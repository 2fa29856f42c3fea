"""One function for each thing that PEP 3333 says of servers, named by the last part of the path."""

from __future__ import annotations

import json
import sys
from typing import Any, Callable, Iterator
from urllib.parse import unquote

Environ = dict[str, Any]
StartResponse = Callable[..., Callable[[bytes], object]]

TEXT = [("Content-Type", "text/plain")]


def text(start_response: StartResponse, body: str) -> list[bytes]:
    start_response("200 OK", TEXT[:])
    return [body.encode("latin-1")]


# What an application is called with.


def environ(environ: Environ, start_response: StartResponse) -> list[bytes]:
    shown = {name: [type(value).__name__, as_json(value)] for name, value in environ.items()}
    shown["environ"] = [type(environ).__name__, None]
    environ["own.key"] = "mine"
    environ.pop("PATH_INFO")
    return text(start_response, json.dumps(shown))


def as_json(value: Any) -> Any:
    return value if isinstance(value, (str, bool, tuple)) else None


# The request body and the error stream.


def reads(environ: Environ, start_response: StartResponse) -> list[bytes]:
    stream = environ["wsgi.input"]
    seen = [
        stream.read(0),
        stream.read(3),
        stream.readline(),
        stream.readline(2),
        b"+".join(stream.readlines(1)),
        next(iter(stream)),
        stream.read(),
        stream.read(),
        stream.read(5),
        stream.readline(),
        b"".join(stream),
    ]
    assert all(type(block) is bytes for block in seen)
    return text(start_response, "|".join(block.decode("latin-1") for block in seen))


def echo(environ: Environ, start_response: StartResponse) -> list[bytes]:
    body = environ["wsgi.input"].read()
    start_response("200 OK", [("Content-Type", "application/octet-stream")])
    return [environ.get("CONTENT_LENGTH", "no length").encode(), b":", body]


def lines(environ: Environ, start_response: StartResponse) -> list[bytes]:
    return text(start_response, " ".join(str(len(line)) for line in environ["wsgi.input"]))


def unread(environ: Environ, start_response: StartResponse) -> list[bytes]:
    return text(start_response, "unread")


def notes_disconnect(environ: Environ, start_response: StartResponse) -> list[bytes]:
    try:
        environ["wsgi.input"].read()
    except OSError as error:
        with open(environ["QUERY_STRING"], "w") as marker:
            marker.write(f"{type(error).__mro__[1].__name__}")
        raise
    return text(start_response, "all there")


def complains(environ: Environ, start_response: StartResponse) -> list[bytes]:
    errors = environ["wsgi.errors"]
    errors.write("written \u20ac \udcff\n")
    errors.writelines(["of two ", "parts\n"])
    print("printed", file=errors)
    errors.flush()
    return text(start_response, "complained")


# Status and headers.


def without_start(environ: Environ, start_response: StartResponse) -> list[bytes]:
    return [b"body"]


def status(environ: Environ, start_response: StartResponse) -> list[bytes]:
    start_response(unquote(environ["QUERY_STRING"]), TEXT[:])
    return [b"started"]


def header(environ: Environ, start_response: StartResponse) -> list[bytes]:
    golden = {
        "tuple": (("X-A", "a"),),
        "pair": [["X-A", "a"]],
        "triple": [("X-A", "a", "b")],
        "number": [("X-A", 1)],
        "bytes": [("X-A", b"a")],
        "name": [("X A", "a")],
        "line": [("X-A", "a\r\nX-B: b")],
        "nul": [("X-A", "a\0")],
        "wide": [("X-A", "\u20ac")],
        "hop": [("Transfer-Encoding", "chunked")],
        "connection": [("Connection", "keep-alive")],
        "lengths": [("Content-Length", "1"), ("Content-Length", "2")],
        "negative": [("Content-Length", "-1")],
    }
    start_response("200 OK", golden[environ["QUERY_STRING"]])
    return [b"a"]


def twice(environ: Environ, start_response: StartResponse) -> list[bytes]:
    start_response("200 OK", TEXT[:])
    start_response("200 OK", TEXT[:])
    return [b"twice"]


def replaces(environ: Environ, start_response: StartResponse) -> list[bytes]:
    start_response("200 OK", [*TEXT, ("X-Before", "a")])
    try:
        raise ValueError
    except ValueError:
        start_response("503 Later", [("X-After", "b")], sys.exc_info())
    return [b"replaced"]


def replaces_too_late(environ: Environ, start_response: StartResponse) -> Iterator[bytes]:
    start_response("200 OK", TEXT[:])
    yield b"begun"
    try:
        raise ValueError("replaced too late")
    except ValueError:
        start_response("503 Later", TEXT[:], sys.exc_info())
    yield b"never"


def late_failure(environ: Environ, start_response: StartResponse) -> Iterator[bytes]:
    start_response("200 OK", [*TEXT, ("X-Before", "a")])
    yield b""
    yield b""
    raise ValueError("before the first byte")


def many(environ: Environ, start_response: StartResponse) -> list[bytes]:
    cookies = [("Set-Cookie", f"c{number}={number}") for number in range(5)]
    start_response("200 OK", [*cookies, ("X-Latin", "\u00e9"), ("Content-Type", "a/b; c=D")])
    return [bytes(range(256))]


# The body.


class Late:
    """An application that is a class, and starts its response with the first block."""

    def __init__(self, environ: Environ, start_response: StartResponse) -> None:
        self._start_response = start_response

    def __iter__(self) -> Iterator[bytes]:
        self._start_response("200 OK", TEXT[:])
        yield b"late"


late = Late


def writes(environ: Environ, start_response: StartResponse) -> list[bytes]:
    write = start_response("200 OK", TEXT[:])
    write(b"written, ")
    write(b"again, ")
    return [b"returned"]


def wrong_block(environ: Environ, start_response: StartResponse) -> list[Any]:
    start_response("200 OK", TEXT[:])
    return {"str": ["text"], "int": [7], "none": [None]}[environ["QUERY_STRING"]]


def wrong_later_block(environ: Environ, start_response: StartResponse) -> Iterator[Any]:
    start_response("200 OK", TEXT[:])
    yield b"right"
    yield "wrong"


class Closing:
    """A body of two blocks that counts how often it is closed."""

    closed = 0

    def __init__(self) -> None:
        self._blocks = iter((b"one ", b"two"))

    def __iter__(self) -> Iterator[bytes]:
        return self._blocks

    def close(self) -> None:
        Closing.closed += 1


def closing(environ: Environ, start_response: StartResponse) -> Closing:
    start_response("200 OK", TEXT[:])
    return Closing()


def closed(environ: Environ, start_response: StartResponse) -> list[bytes]:
    return text(start_response, str(Closing.closed))


def length(environ: Environ, start_response: StartResponse) -> Iterator[bytes]:
    start_response("200 OK", [*TEXT, ("Content-Length", environ["QUERY_STRING"])])
    yield b"12"
    yield b"345"


def one_block(environ: Environ, start_response: StartResponse) -> list[bytes]:
    return text(start_response, "one block")


def blocks(environ: Environ, start_response: StartResponse) -> Iterator[bytes]:
    start_response("200 OK", TEXT[:])
    return (b"block %d " % number for number in range(3))


def bodiless(environ: Environ, start_response: StartResponse) -> list[bytes]:
    start_response(environ["QUERY_STRING"] + " None", [])
    return [b"a body that must not go out"]


def exits(environ: Environ, start_response: StartResponse) -> list[bytes]:
    raise {"exit": SystemExit, "interrupt": KeyboardInterrupt}[environ["QUERY_STRING"]]


def dumb(environ: Environ, start_response: StartResponse) -> list[bytes]:
    start_response("200 OK", [*TEXT, ("ETag", '"a"')])
    return [b"compressible " * 1000]


def app(environ: Environ, start_response: StartResponse) -> Any:
    return globals()[environ["PATH_INFO"].split("/")[1]](environ, start_response)
