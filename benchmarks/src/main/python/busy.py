"""Computes for about a millisecond, with the interpreter lock held."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_ROUNDS = 50_000
_BODY = b"Hello, world\n"
_HEADERS = [("Content-Type", "text/plain"), ("Content-Length", str(len(_BODY)))]


def application(environ: dict[str, Any], start_response: Callable[..., object]) -> list[bytes]:
    """Answer 13 bytes, with some delay."""
    total = 0
    for number in range(_ROUNDS):
        total += number
    start_response("200 OK", _HEADERS)
    return [_BODY]
