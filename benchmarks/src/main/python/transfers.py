"""Answers or takes 1 GiB."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

_BLOCK = 64 * 1024
_BLOCKS = (1 << 30) // _BLOCK


def application(
    environ: dict[str, Any], start_response: Callable[..., object]
) -> Iterator[bytes] | list[bytes]:
    """Answer a GET with 1 GiB in blocks, and a POST with the length of what came."""
    start_response("200 OK", [("Content-Type", "application/octet-stream")])
    if environ["REQUEST_METHOD"] == "POST":
        return [b"%d\n" % _length(environ["wsgi.input"])]
    return _blocks()


def _length(body: BinaryIO) -> int:
    length = 0
    while block := body.read(_BLOCK):
        length += len(block)
    return length


def _blocks() -> Iterator[bytes]:
    block = bytes(_BLOCK)
    for _ in range(_BLOCKS):
        yield block
