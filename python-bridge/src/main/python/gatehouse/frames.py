"""The frames of the worker protocol: see PROTOCOL.md."""

from __future__ import annotations

import struct
from typing import Callable

FRAME = struct.Struct(">IB")  # length of the payload, type
REQUEST = struct.Struct(">IBQBII")  # FRAME, number, flags, lengths of names and values
HELLO = struct.Struct(">32sII")  # token, pid, slot
REGION = struct.Struct(">IQQ")  # descriptor, offset, length
U32 = struct.Struct(">I")
STATUS = struct.Struct(">H")

# From the JVM
START_TYPE = 1
REQUEST_TYPE = 2
BODY_TYPE = 3
BODY_END_TYPE = 4
BODY_FAILED_TYPE = 5
FILE_TAKEN_TYPE = 6
FILE_REFUSED_TYPE = 7
PING_TYPE = 8
DUMP_TYPE = 9
INTERRUPT_TYPE = 10
DRAIN_TYPE = 11

# From the worker
HELLO_TYPE = 32
READY_TYPE = 33
FAILED_TYPE = 34
HEAD_TYPE = 35
DATA_TYPE = 36
END_TYPE = 37
ABORT_TYPE = 38
FILE_TYPE = 39
LOG_TYPE = 40
READ_TYPE = 41
PONG_TYPE = 42
STACKS_TYPE = 43
CHANGED_TYPE = 44

MORE_BODY = 1  # flag of a REQUEST: the body goes on
NO_SLOT = 0xFFFFFFFF


class ProtocolError(Exception):
    """The JVM sent what the protocol does not allow at this point."""


def frame(kind: int, payload: bytes = b"") -> bytes:
    """Make one frame."""
    return FRAME.pack(len(payload), kind) + payload


END_FRAME = frame(END_TYPE)


def parse_pairs(payload: bytes, encoding: str = "latin-1") -> dict[str, str]:
    """Parse the pairs of a payload; those of a request are native strings."""
    if not payload:
        return {}
    parts = iter(str(payload, encoding).split("\0"))
    return dict(zip(parts, parts))


def read_exactly(read: Callable[[int], bytes], size: int) -> bytes:
    """Call read until size bytes have come.

    Raises EOFError if the stream ends before.
    """
    parts = []
    while size:
        part = read(size)
        if not part:
            raise EOFError
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def read_frame(read: Callable[[int], bytes]) -> tuple[int, bytes]:
    """Read type and payload of the next frame of a stream.

    Raises EOFError at the end of the stream.
    """
    length, kind = FRAME.unpack(read_exactly(read, FRAME.size))
    return kind, read_exactly(read, length)
