"""wsgiref.validate around an application that may read as PEP 3333 lets it."""

from __future__ import annotations

from typing import Any, Iterator
from wsgiref.validate import validator


class Input:
    """The validator wants a size for every read; PEP 3333 has servers allow read()."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self.readline = stream.readline
        self.readlines = stream.readlines

    def read(self, size: int = -1) -> bytes:
        return self._stream.read(size)

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._stream)


def validated(application: Any) -> Any:
    """Check both sides of the contract while an application runs."""

    def inner(environ: dict[str, Any], start_response: Any) -> Any:
        environ["wsgi.input"] = Input(environ["wsgi.input"])
        return application(environ, start_response)

    return validator(inner)
