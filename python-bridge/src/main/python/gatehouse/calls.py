"""System calls that keep the interpreter lock, for what never has to wait.

``socket`` and ``select`` give the lock up around every call. A thread that waits for it then takes
it, and the caller has to wait in turn: two changes of thread for a call of a microsecond.
"""

from __future__ import annotations

import ctypes
import platform
import socket

FLAGS = socket.MSG_DONTWAIT | getattr(socket, "MSG_NOSIGNAL", 0)

_libc = ctypes.PyDLL(None)

send = _libc.send
"""``send(descriptor, bytes, size, FLAGS)``: how many bytes were taken, or -1."""
send.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_size_t, ctypes.c_int)
send.restype = ctypes.c_ssize_t

receive = _libc.recv
"""``receive(descriptor, address, size, FLAGS)``: how many bytes have come, 0 at the end, or -1."""
receive.argtypes = (ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)
receive.restype = ctypes.c_ssize_t

# struct epoll_event: u32 events, u64 data; packed on x86-64 only. ``select`` keeps the descriptor
# in the first half of the data.
_EVENT_SIZE = 16
_DESCRIPTOR = 1 if platform.machine() == "x86_64" else 2


class Ready:
    """Asks an epoll descriptor what is ready now; used by one thread."""

    __slots__ = ("_address", "_epoll", "_event")

    def __init__(self, epoll: int) -> None:
        event = bytearray(_EVENT_SIZE)
        self._epoll = epoll
        self._address = address(event)
        self._event = memoryview(event).cast("i")

    def next(self) -> int:
        """Return a descriptor, or -1 if none is ready."""
        return (
            self._event[_DESCRIPTOR] if _epoll_wait(self._epoll, self._address, 1, 0) == 1 else -1
        )


def address(buffer: bytearray) -> int:
    """Return where the memory of a buffer lies; it moves when the buffer changes its size."""
    return ctypes.addressof(ctypes.c_char.from_buffer(buffer))


if hasattr(_libc, "epoll_wait"):
    _epoll_wait = _libc.epoll_wait
    _epoll_wait.argtypes = (ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_int)
