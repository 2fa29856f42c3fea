"""Says hello."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_BODY = b"Hello, world\n"
_HEADERS = [("Content-Type", "text/plain"), ("Content-Length", str(len(_BODY)))]


def application(environ: dict[str, Any], start_response: Callable[..., object]) -> list[bytes]:
    """Answer 13 bytes."""
    start_response("200 OK", _HEADERS)
    return [_BODY]
