"""Sends what an application returned (PEP 3333, "Buffering and Streaming")."""

from __future__ import annotations

from typing import Any, Sequence

from .faults import ContractError
from .files import FileWrapper, Region
from .headers import shown
from .response import Response, not_bytes

_LONGEST_JOINED = 256 * 1024
_FILE_BLOCK = 256 * 1024
_SMALL_FILE = 64 * 1024


def send_body(response: Response, body: Any) -> None:
    """Send a body, each block before the next is asked for.

    Afterwards either the response is complete or only its end is missing.

    :param body: any iterable of ``bytes``; of others only ``iter`` and ``len`` are used
    :raises ContractError: if it is none, does not fit its Content-Length or has no start_response
    :raises ClientGone: if nobody takes it
    :raises BaseException: whatever its iteration raises
    """
    kind = type(body)
    if kind is list or kind is tuple:
        _send_blocks(response, body)
    elif kind is FileWrapper:
        _send_file(response, body)
    else:
        _send_each(response, body)


def _send_blocks(response: Response, blocks: Sequence[bytes]) -> None:
    """Send a body that is all there: no code runs between its blocks, so they may be joined."""
    size = 0
    for block in blocks:
        if type(block) is not bytes:
            raise not_bytes(block)
        size += len(block)
    if response.sent or (len(blocks) > 1 and size > _LONGEST_JOINED):
        if not response.sent:
            response.require_head()
            response.declare(size)
        _send_each(response, blocks)
    else:
        response.send_whole(blocks[0] if len(blocks) == 1 else b"".join(blocks))


def _send_each(response: Response, body: Any) -> None:
    only = not response.sent and _has_one_block(body)
    try:
        blocks = iter(body)
    except TypeError:
        if hasattr(type(body), "__iter__"):
            raise
        raise ContractError(
            f"an application must return an iterable of bytes, returned {shown(body)}"
        ) from None
    # Once it is known that no body is sent, there is no need to make one.
    if not response.bodiless:
        for block in blocks:
            if type(block) is not bytes:
                raise not_bytes(block)
            if not block:
                continue  # PEP 3333: headers wait for the first non-empty block
            if only:
                only = False
                response.require_head()
                response.declare(len(block))
            response.send(block)
            if response.bodiless:
                break
    response.finish()


def _has_one_block(body: Any) -> bool:
    if not hasattr(type(body), "__len__"):
        return False
    try:
        return len(body) == 1
    except Exception:
        return False  # PEP 3333: to be relied on only if it works


def _send_file(response: Response, wrapper: FileWrapper) -> None:
    region = None if response.sent else wrapper.region()
    if region is None:
        _send_read(response, wrapper)
        return
    response.require_head()
    length = region.length if response.length is None else response.length
    if length > region.length and not response.bodiless:
        raise ContractError(
            f"the file has {region.length} bytes left, but Content-Length says {length}"
        )
    if length <= _SMALL_FILE and not response.bodiless:
        response.send_whole(wrapper.filelike.read(length))
    else:
        response.declare(length)
        response.send_head()
        if not response.bodiless:
            _send_region(response, wrapper, region._replace(length=length))
        response.finish()


def _send_region(response: Response, wrapper: FileWrapper, region: Region) -> None:
    if response.send_file(*region):
        return
    while response.left:
        block = wrapper.filelike.read(min(response.left, _FILE_BLOCK))
        if not block:
            break  # it was cut meanwhile; finish() says so
        response.send(block)


def _send_read(response: Response, wrapper: FileWrapper) -> None:
    """Send what ``read`` gives, up to Content-Length: more is no error (PEP 3333)."""
    if not response.bodiless:
        for block in wrapper:
            if type(block) is not bytes:
                raise not_bytes(block)
            response.require_head()
            if response.left is not None:
                block = block[: response.left]
            if block:
                response.send(block)
            if response.left == 0 or response.bodiless:
                break
    response.finish()
