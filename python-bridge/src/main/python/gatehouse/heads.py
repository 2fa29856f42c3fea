"""HEAD frames."""

from __future__ import annotations

from .frames import FRAME, HEAD_TYPE, STATUS
from .transport import Headers

# Many applications give the same few heads again and again; those that do not must not fill the
# memory. Shared by all threads: an entry is true forever.
_MOST_KNOWN = 512
_LONGEST_KNOWN = 512
_known: dict[tuple[object, ...], bytes] = {}


class HeadersTooLargeError(Exception):
    """The application's response headers are over the limit."""


def head_frame(status: str, headers: Headers, limit: int) -> bytes:
    """Make a frame of status and headers.

    Raises HeadersTooLargeError if they have more bytes than the limit, which is that of the
    process.
    """
    key = (status, *headers)
    frame = _known.get(key)
    if frame is None:
        frame = _made(status, headers, limit)
        if len(_known) < _MOST_KNOWN and len(frame) <= _LONGEST_KNOWN:
            _known[key] = frame
    return frame


def _made(status: str, headers: Headers, limit: int) -> bytes:
    text = "\0".join([part for header in headers for part in header]).encode("latin-1")
    if len(text) > limit:
        raise HeadersTooLargeError(
            f"the response headers have {len(text)} bytes, headerBufferSize is {limit}"
        )
    start = FRAME.pack(STATUS.size + len(text), HEAD_TYPE) + STATUS.pack(int(status[:3]))
    return start + text
