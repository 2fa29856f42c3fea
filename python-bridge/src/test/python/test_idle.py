"""Which thread gets which connection."""

from __future__ import annotations

import select
import socket
import threading
import unittest

from gatehouse.connection import Disconnected, RequestConnection
from gatehouse.frames import BODY_TYPE, END_FRAME, FRAME, REQUEST, REQUEST_TYPE, frame
from gatehouse.idle import OwnConnections, SharedConnections

DEADLINE = 10.0


def request(number: int = 1) -> bytes:
    name, value = b"REQUEST_METHOD", b"GET"
    length = REQUEST.size - FRAME.size + len(name) + len(value)
    return REQUEST.pack(length, REQUEST_TYPE, number, 0, len(name), len(value)) + name + value


class Line:
    """A connection, and the JVM's end of it."""

    def __init__(self, slot: int = 0) -> None:
        self.jvm, sock = socket.socketpair(socket.AF_UNIX)
        self.connection = RequestConnection(sock, slot, 32768)

    def close(self) -> None:
        self.jvm.close()
        self.connection.close()


@unittest.skipUnless(hasattr(select, "epoll"), "there is no epoll on this system")
class SharedConnectionsTest(unittest.TestCase):
    def setUp(self) -> None:
        self.idle = SharedConnections()
        self.threads: list[threading.Thread] = []
        self.addCleanup(self.idle.leave_to_parent)

    def line(self, slot: int = 0) -> Line:
        line = Line(slot)
        self.addCleanup(line.close)
        self.idle.add(line.connection)
        return line

    def take(self, thread: int) -> RequestConnection:
        return next(self.idle.taken(thread))

    def thread(self, target: object, *args: object) -> None:
        thread = threading.Thread(target=target, args=args, daemon=True)  # type: ignore[arg-type]
        thread.start()
        self.threads.append(thread)

    def join(self) -> None:
        for thread in self.threads:
            thread.join(DEADLINE)
            self.assertFalse(thread.is_alive())

    def test_who_takes_a_connection_has_its_request(self) -> None:
        line = self.line()
        line.jvm.sendall(request(7))
        connection = self.take(1)
        self.assertEqual(connection.receive(), {"REQUEST_METHOD": "GET"})
        self.assertEqual((connection.number, connection.owner), (7, 1))

    def test_bytes_for_a_connection_in_use_are_left_to_its_thread(self) -> None:
        first, second = self.line(0), self.line(1)
        first.jvm.sendall(request())
        connection = self.take(1)
        connection.receive()
        first.jvm.sendall(frame(BODY_TYPE, b"body"))
        second.jvm.sendall(request())
        self.assertIs(self.take(2), second.connection)

    def test_a_request_that_comes_while_its_connection_is_held_for_nothing_is_found(self) -> None:
        line = self.line()
        line.connection.claim(1)
        self.assertIsNone(line.connection.receive())
        line.jvm.sendall(request())
        # Another thread is told, and has to ignore it.
        self.assertEqual(self.idle._epoll.poll(0), [(line.connection.fd, select.EPOLLIN)])
        self.assertFalse(line.connection.claim(2))
        line.connection.release()
        self.idle.look_again(line.connection)
        self.assertIs(self.take(2), line.connection)
        self.assertIsNotNone(line.connection.receive())

    def test_threads_that_are_held_up_do_not_hold_up_others(self) -> None:
        count = 8
        lines = [self.line(slot) for slot in range(count)]
        all_at_once = threading.Barrier(count)

        def serve() -> None:
            connection = self.take(threading.get_ident())
            connection.receive()
            all_at_once.wait(DEADLINE)
            connection.end()

        for _ in lines:
            self.thread(serve)
        for line in lines:
            line.jvm.sendall(request())
        self.join()
        for line in lines:
            self.assertEqual(line.jvm.recv(100), END_FRAME)

    def test_every_thread_ends_when_there_is_nothing_to_wait_for(self) -> None:
        taken: list[object] = []
        for _ in range(5):
            self.thread(lambda: taken.append(list(self.idle.taken(threading.get_ident()))))
        self.assertTrue(self.idle.is_empty())
        self.idle.end()
        self.join()
        self.assertEqual(taken, [[]] * 5)

    def test_the_end_of_a_connection_is_told(self) -> None:
        line = self.line()
        line.jvm.close()
        connection = self.take(1)
        with self.assertRaises(Disconnected):
            connection.receive()
        self.idle.remove(connection)
        self.assertTrue(self.idle.is_empty())

    def test_a_connection_that_broke_at_the_end_of_its_request_is_found_by_the_next(self) -> None:
        line = self.line()
        line.jvm.sendall(request())
        connection = self.take(1)
        connection.receive()
        line.jvm.close()
        with self.assertRaises(OSError):
            connection.end()
        self.assertTrue(connection.broken)
        self.assertTrue(connection.claim(2))
        with self.assertRaises(Disconnected):
            connection.receive()


class OwnConnectionsTest(unittest.TestCase):
    def test_a_thread_gets_its_own_connection_until_it_has_none(self) -> None:
        idle = OwnConnections()
        line = Line()
        self.addCleanup(line.close)
        thread = threading.get_ident()
        idle.add(line.connection)
        line.jvm.sendall(request())
        taken = idle.taken(thread)
        self.assertIs(next(taken), line.connection)
        self.assertIsNotNone(line.connection.receive())
        idle.remove(line.connection)
        self.assertEqual(list(taken), [])
