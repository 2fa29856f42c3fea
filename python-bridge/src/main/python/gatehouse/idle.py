"""The connections that wait for a request, and the threads that wait for one of them."""

from __future__ import annotations

import os
import select
import threading
from collections import deque
from contextlib import suppress
from typing import Iterator

from .calls import Ready
from .connection import RequestConnection


class SharedConnections:
    """Any thread serves any connection, and the one that runs already does, if it can.

    A thread that has answered a request takes the next one that has come without giving up the
    interpreter lock. So one thread does all the work as long as the application waits for nothing,
    and no change of threads costs time. Two threads wait in the kernel, which wakes the one that
    came last: there is always one left for when the other is held up. The rest are parked.

    Edge-triggered: a request is told once, to one thread. The same event for a connection that is
    in use (an answer to a READ has come) is ignored, because whoever has it in hand reads it.
    """

    def __init__(self) -> None:
        self._epoll = select.epoll()
        self._events = select.EPOLLIN | select.EPOLLET
        self._connections: dict[int, RequestConnection] = {}
        self._seats = (threading.Lock(), threading.Lock())
        self._parked: deque[threading.Lock] = deque()
        self._end, self._ended = os.pipe()
        self._epoll.register(self._end, select.EPOLLIN)

    def add(self, connection: RequestConnection) -> None:
        """Wait for its requests."""
        self._connections[connection.fd] = connection
        self._epoll.register(connection.fd, self._events)

    def remove(self, connection: RequestConnection) -> None:
        """Wait for it no more; it is in the hands of the calling thread, and still open."""
        self._epoll.unregister(connection.fd)
        del self._connections[connection.fd]

    def look_again(self, connection: RequestConnection) -> None:
        """Wait for a request that may have come while the connection was held for nothing."""
        self._epoll.modify(connection.fd, self._events)

    def taken(self, thread: int) -> Iterator[RequestConnection]:
        """Wait for connections with something to receive, and take each for a thread.

        Ends once there are no connections any more.
        """
        connections, parked = self._connections, self._parked
        first, second = self._seats
        ready = Ready(self._epoll.fileno())
        while True:
            fd = ready.next()
            if fd < 0:
                fd = self._wait()
            if parked and not first.locked() and not second.locked():
                self._unpark()
            connection = connections.get(fd)
            if connection is None:
                if fd == self._end:
                    self._unpark()
                    return
            elif connection.claim(thread):
                yield connection

    def is_empty(self) -> bool:
        """Return whether there are no connections."""
        return not self._connections

    def end(self) -> None:
        """Let no thread wait any longer."""
        os.write(self._ended, b"!")

    def leave_to_parent(self) -> None:
        """Close what a forked child has of it."""
        self._epoll.close()
        os.close(self._end)
        os.close(self._ended)

    def _wait(self) -> int:
        """Wait in the kernel, or for a place there; return a descriptor, or -1."""
        first, second = self._seats
        seat = first if first.acquire(False) else second
        if seat is second and not second.acquire(False):
            self._park()
            return -1
        try:
            events = self._epoll.poll(-1, 1)
        finally:
            seat.release()
        return events[0][0] if events else -1

    def _park(self) -> None:
        place = threading.Lock()
        place.acquire()
        self._parked.append(place)
        if not all(seat.locked() for seat in self._seats):
            # Who left its seat meanwhile may have seen nobody here.
            self._unpark()
        place.acquire()

    def _unpark(self) -> None:
        with suppress(IndexError):
            self._parked.pop().release()


class OwnConnections:
    """Each thread serves one connection: for systems without epoll."""

    def __init__(self) -> None:
        self._connections: dict[int, RequestConnection] = {}

    def add(self, connection: RequestConnection) -> None:
        """Let the calling thread wait for its requests."""
        self._connections[threading.get_ident()] = connection

    def remove(self, connection: RequestConnection) -> None:
        """Wait for it no more."""
        del self._connections[connection.owner]

    def look_again(self, connection: RequestConnection) -> None:
        """Do nothing: ``taken`` looks."""

    def taken(self, thread: int) -> Iterator[RequestConnection]:
        """Wait for the thread's own connection again and again, until it has none any more."""
        connection = self._connections.get(thread)
        while connection is not None:
            select.select([connection.fd], [], [])
            connection.claim(thread)
            yield connection
            connection = self._connections.get(thread)

    def is_empty(self) -> bool:
        """Return whether there are no connections."""
        return not self._connections

    def end(self) -> None:
        """Do nothing: a thread ends with its connection."""

    def leave_to_parent(self) -> None:
        """Do nothing."""


Connections = SharedConnections if hasattr(select, "epoll") else OwnConnections
