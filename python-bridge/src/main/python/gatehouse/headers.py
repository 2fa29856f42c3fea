"""Checks of what an application gives to start_response (PEP 3333; RFC 9110, 5.1 and 5.5).

The same rules as in the Java half (``ResponseHead``), checked here because the error belongs into
the application's own call. Thread-safe: the caches only ever gain entries that are true forever.
"""

from __future__ import annotations

import re

from .faults import ContractError
from .transport import Headers

# RFC 9110 7.6.1: these are the connection's, not the application's.
HOP_BY_HOP = frozenset(
    (
        "connection",
        "keep-alive",
        "proxy-authenticate",
        "proxy-authorization",
        "proxy-connection",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
    )
)

_TOKEN = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_STATUS = re.compile(r"([2-9][0-9][0-9])(?: .*)?", re.DOTALL)
_NOT_IN_A_VALUE = re.compile(r"[^\t -~\x80-\xff]")
_LENGTH = re.compile(r"[0-9]{1,18}")

# Applications use few names and statuses; those that make them up must not fill the memory.
_MOST_ENTRIES = 512
_LONGEST_ENTRY = 64
_codes: dict[str, int] = {}
_is_length: dict[str, bool] = {}


def status_code(status: str) -> int:
    """Return the code of a status line such as ``200 OK``; the reason may be absent.

    :raises ContractError: unless it is exactly a ``str`` of three digits from 200 to 999, then
        optionally a space and a reason of latin-1 without control characters
    """
    code = _codes.get(status) if type(status) is str else None
    if code is not None:
        return code
    if type(status) is not str:
        raise ContractError(f"start_response: the status must be a str, was {shown(status)}")
    match = _STATUS.fullmatch(status)
    if match is None or _NOT_IN_A_VALUE.search(status):
        raise ContractError(
            "start_response: the status must be three digits from 200 to 999, then optionally"
            f" a space and a reason, was {shown(status)}"
        )
    code = int(match.group(1))
    if len(_codes) < _MOST_ENTRIES and len(status) <= _LONGEST_ENTRY:
        _codes[status] = code
    return code


def content_length(headers: Headers) -> int | None:
    """Check response headers and return the length that they declare, in bytes, or None.

    :raises ContractError: unless it is exactly a ``list`` of ``tuple`` of two ``str``, a token and
        latin-1 without control characters, none hop-by-hop, and Content-Length a number that
        is the same wherever it is repeated
    """
    if type(headers) is not list:
        raise ContractError(f"start_response: the headers must be a list, were {shown(headers)}")
    length = None
    for header in headers:
        if type(header) is not tuple or len(header) != 2:
            raise ContractError(
                f"start_response: a header must be a tuple (name, value), was {shown(header)}"
            )
        name, value = header
        if type(name) is not str or type(value) is not str:
            raise ContractError(
                "start_response: name and value of a header must be exactly str, were"
                f" {type(name).__name__} and {type(value).__name__} in {shown(header)}"
            )
        is_length = _is_length.get(name)
        if is_length is None:
            is_length = _check_name(name)
        # Two C calls that clear nearly every value; the pattern decides about the rest.
        if not (value.isascii() and value.isprintable()) and _NOT_IN_A_VALUE.search(value):
            raise ContractError(
                f"start_response: the value of {name} must be latin-1 without control"
                f" characters, was {shown(value)}"
            )
        if is_length:
            length = _parsed_length(value, length)
    return length


def without_length(headers: Headers) -> Headers:
    """Return headers that declare no length (RFC 9110, 8.6: not on 204)."""
    return [header for header in headers if header[0].lower() != "content-length"]


def shown(value: object) -> str:
    """Return ASCII text on one line that shows a value in a message."""
    text = ascii(value)
    return text if len(text) <= 200 else text[:200] + "..."


def _check_name(name: str) -> bool:
    if not _TOKEN.fullmatch(name):
        raise ContractError(f"start_response: a header name must be a token, was {shown(name)}")
    lower = name.lower()
    if lower in HOP_BY_HOP:
        raise ContractError(f"start_response: the hop-by-hop header {name} is the server's")
    is_length = lower == "content-length"
    if len(_is_length) < _MOST_ENTRIES and len(name) <= _LONGEST_ENTRY:
        _is_length[name] = is_length
    return is_length


def _parsed_length(value: str, earlier: int | None) -> int:
    if not _LENGTH.fullmatch(value):
        raise ContractError(
            f"start_response: Content-Length must be a number of bytes, was {shown(value)}"
        )
    length = int(value)
    if earlier is not None and earlier != length:
        raise ContractError(f"start_response: Content-Length is both {earlier} and {length}")
    return length
