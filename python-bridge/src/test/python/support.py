"""A transport and a log that remember what they were given."""

from __future__ import annotations

from typing import Any, Callable

from gatehouse.gateway import BodyError, ClientGone, ErrorLog, Settings, Transport, run

Application = Callable[..., Any]


class FakeTransport(Transport):
    """Takes everything down in order; can lose its client, and take files or not."""

    def __init__(self, body: bytes = b"", piece: int = 1 << 30) -> None:
        self.events: list[Any] = []
        self.status = ""
        self.headers: list[tuple[str, str]] = []
        self.body = b""
        self.aborted: tuple[str, str] | None = None
        self.reads: list[int] = []
        self.takes_files = False
        self.gone_after: int | None = None
        self.broken_after: int | None = None
        self._unread = body
        self._piece = piece

    def read(self, size: int) -> bytes:
        self.reads.append(size)
        assert size >= 1
        if self.broken_after is not None and len(self.reads) > self.broken_after:
            raise BodyError("the client went away")
        size = min(size, self._piece)
        block, self._unread = self._unread[:size], self._unread[size:]
        return block

    def head(self, status: str, headers: list[tuple[str, str]]) -> None:
        assert not self.status, "a second head"
        self.status = status
        self.headers = headers
        self.events.append("head")

    def data(self, block: bytes) -> None:
        assert self.status, "data before head"
        assert block, "an empty block"
        if self.gone_after is not None and len(self.body) >= self.gone_after:
            raise ClientGone("the client went away")
        self.body += block
        self.events.append(block)

    def file(self, fd: int, offset: int, length: int) -> bool:
        assert self.status, "a file before head"
        self.events.append(("file", offset, length) if self.takes_files else "no file")
        return self.takes_files

    def end(self) -> None:
        self.events.append("end")

    def whole(self, status: str, headers: list[tuple[str, str]], block: bytes) -> None:
        super().whole(status, headers, block)
        self.events.append("in one")

    def abort(self, kind: str, message: str) -> None:
        assert self.events[-1:] != ["end"], "aborted after its end"
        self.aborted = (kind, message)
        self.events.append("abort")

    def header(self, name: str) -> list[str]:
        return [value for key, value in self.headers if key.lower() == name.lower()]


class FakeLog(ErrorLog):
    """Keeps printed text and error records apart."""

    def __init__(self) -> None:
        self.printed: list[str] = []
        self.flushes = 0
        self.errors: list[str] = []

    def write(self, text: str) -> None:
        self.printed.append(text)

    def flush(self) -> None:
        self.flushes += 1

    def error(self, record: str) -> None:
        self.errors.append(record)


class Exchange:
    """One request and everything that came of it."""

    def __init__(self, method: str = "GET", body: bytes = b"", **environ: Any) -> None:
        self.transport = FakeTransport(body)
        self.log = FakeLog()
        self.environ: dict[str, Any] = {
            "REQUEST_METHOD": method,
            "SCRIPT_NAME": "/app",
            "PATH_INFO": "/path",
            "QUERY_STRING": "",
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "8080",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "wsgi.url_scheme": "http",
        }
        if body:
            self.environ["CONTENT_LENGTH"] = str(len(body))
        self.environ.update(environ)

    def answered_by(self, application: Application, *settings: Settings) -> Exchange:
        run(application, self.environ, self.transport, self.log, *settings)
        return self

    @property
    def events(self) -> list[Any]:
        return self.transport.events

    @property
    def error(self) -> str:
        """The only error in the log."""
        assert len(self.log.errors) == 1, self.log.errors
        return self.log.errors[0]


def answering(*blocks: Any, status: str = "200 OK", headers: Any = ()) -> Application:
    """Return an application that returns these blocks in a list."""

    def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        start_response(status, list(headers))
        return list(blocks)

    return application


def streaming(*blocks: Any, status: str = "200 OK", headers: Any = ()) -> Application:
    """Return an application that yields these blocks; raises those that are exceptions."""

    def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        start_response(status, list(headers))
        return Body(*blocks)

    return application


class Body:
    """An iterator over blocks that counts how often it is closed."""

    def __init__(self, *blocks: Any, on_close: Callable[[], None] | None = None) -> None:
        self._blocks = iter(blocks)
        self._on_close = on_close
        self.closed = 0
        self.taken = 0

    def __iter__(self) -> Body:
        return self

    def __next__(self) -> Any:
        block = next(self._blocks)
        if isinstance(block, BaseException):
            raise block
        self.taken += 1
        return block

    def close(self) -> None:
        self.closed += 1
        if self._on_close is not None:
            self._on_close()
