"""A request connection: the Transport between the JVM and gateway.run."""

from __future__ import annotations

import errno
import os
import socket
import threading
from contextlib import suppress
from functools import lru_cache
from socket import MSG_DONTWAIT

from . import calls
from .calls import FLAGS
from .faults import BodyError, ClientGone
from .frames import (
    ABORT_TYPE,
    BODY_END_TYPE,
    BODY_TYPE,
    DATA_TYPE,
    END_FRAME,
    FILE_TAKEN_TYPE,
    FILE_TYPE,
    FRAME,
    LOG_TYPE,
    MORE_BODY,
    READ_TYPE,
    REGION,
    REQUEST,
    REQUEST_TYPE,
    STATUS,
    U32,
    ProtocolError,
    frame,
)
from .heads import head_frame
from .transport import DISCONNECT, ERROR, TIMEOUT, Headers, Transport

BUFFER = 80 * 1024
LARGEST_READ = 256 * 1024
WORTH_GATHERING = 16 * 1024

_FIRST = FRAME.size
_ENVIRON = REQUEST.size
_MOST_NAMES = 512

_pack_frame = FRAME.pack
_unpack_request = REQUEST.unpack_from
_receive = calls.receive
_send = calls.send


class Disconnected(Exception):  # noqa: N818 - an event of every day
    """The JVM closed the connection between two requests."""


@lru_cache(_MOST_NAMES)
def _split(joined: bytes) -> list[str]:
    """Split the names of an environ, which are the same for all requests of a client program."""
    return joined.decode("latin-1").split("\0")


class RequestConnection(Transport):
    """Receives requests and sends their responses.

    Used by one thread at a time, which has taken it with ``claim``; sending the end of a response
    lets go of it.
    """

    def __init__(self, sock: socket.socket, slot: int, header_limit: int) -> None:
        self._socket = sock
        self._header_limit = header_limit
        self._buffer = bytearray(BUFFER)
        self._address = calls.address(self._buffer)
        self._claimed = threading.Lock()
        self.slot = slot
        self.fd = sock.fileno()
        #: the thread that has it in hand, 0 if none has
        self.owner = 0
        #: whether it is of no use any more
        self.broken = False
        #: the names of the last environ, as they came and as they are
        self._joined = b""
        self._names: list[str] = []
        self._head = b""
        self._inline = b""
        self._more = False
        self._body_error: str | None = None
        self._ended = True
        self._closed = False
        self.number = 0

    def claim(self, thread: int) -> bool:
        """Take it for a thread, unless another has it in hand."""
        claimed = self._claimed.acquire(False)
        if claimed:
            self.owner = thread
        return claimed

    def release(self) -> None:
        """Let any thread take it."""
        self._ended = True
        self.owner = 0
        self._claimed.release()

    def receive(self) -> dict[str, str] | None:
        """Return the next request, or None if it has not come.

        Raises Disconnected if there is none any more.
        """
        buffer = self._buffer
        count = _receive(self.fd, self._address, BUFFER, FLAGS)
        if count <= 0:
            try:
                count = self._socket.recv_into(buffer, 0, MSG_DONTWAIT)
            except BlockingIOError:
                return None
            except OSError as error:
                raise Disconnected from error
            if not count:
                raise Disconnected
        if count < _ENVIRON:
            count = self._receive_up_to(_ENVIRON, count)
        length, kind, self.number, flags, names_size, size = _unpack_request(buffer)
        if kind != REQUEST_TYPE:
            raise ProtocolError(f"a request was expected, type {kind} came")
        whole = _FIRST + length
        if count < whole:
            self._receive_up_to(whole, count)
            buffer = self._buffer
        middle = _ENVIRON + names_size
        end = middle + size
        if names_size != len(self._joined) or not buffer.startswith(self._joined, _ENVIRON):
            self._joined = bytes(buffer[_ENVIRON:middle])
            self._names = _split(self._joined)
        values = buffer[middle:end].decode("latin-1").split("\0")
        self._inline = bytes(buffer[end:whole]) if end < whole else b""
        self._more = bool(flags & MORE_BODY)
        self._body_error = None
        self._head = b""
        self._ended = False
        return dict(zip(self._names, values))

    def read(self, size: int) -> bytes:
        """Return what came along with the request first, then ask the JVM for more."""
        inline = self._inline
        if inline:
            self._inline = inline[size:]
            return inline[:size]
        if self._body_error is not None:
            raise BodyError(self._body_error)
        if not self._more or size <= 0:
            return b""
        if self._ended:
            raise BodyError("the request has ended")
        self._send(frame(READ_TYPE, U32.pack(min(size, LARGEST_READ))))
        kind, payload = self._answer()
        if kind == BODY_TYPE:
            return payload
        self._more = False
        if kind != BODY_END_TYPE:
            self._body_error = str(payload, "utf-8", "replace")
            raise BodyError(self._body_error)
        return b""

    def head(self, status: str, headers: Headers) -> None:
        """Keep status and headers until there is something to send with them."""
        self._head = head_frame(status, headers, self._header_limit)

    def data(self, block: bytes) -> None:
        """Send a block, with the head before it if that has not gone out."""
        size = len(block)
        start = self._head + _pack_frame(size, DATA_TYPE)
        self._head = b""
        if size < WORTH_GATHERING:
            self._send(start + block)
        else:
            self._gather(start, block)

    def whole(self, status: str, headers: Headers, block: bytes) -> None:
        """Send a response whose body is one block, which may be empty, in one write."""
        size = len(block)
        head = head_frame(status, headers, self._header_limit)
        self.release()
        if not size:
            self._send(head + END_FRAME)
        elif size < WORTH_GATHERING:
            self._send(b"".join((head, _pack_frame(size, DATA_TYPE), block, END_FRAME)))
        else:
            self._gather(head + _pack_frame(size, DATA_TYPE), block)
            self._send(END_FRAME)

    def file(self, fd: int, offset: int, length: int) -> bool:
        """Let the JVM open the file through /proc."""
        self._send(self._head + frame(FILE_TYPE, REGION.pack(fd, offset, length)))
        self._head = b""
        kind, _ = self._answer()
        return kind == FILE_TAKEN_TYPE

    def end(self) -> None:
        """Send END: the thread can take the next request."""
        head = self._head
        self.release()
        self._send(head + END_FRAME)

    def abort(self, kind: str, message: str) -> None:
        """Send ABORT in place of the rest of the response."""
        if self._ended or self.owner != threading.get_ident():
            return  # an interrupt that came too late must not end the request of another thread
        self.release()
        status = 504 if kind == TIMEOUT else 400 if kind == DISCONNECT else 500
        text = message.encode("utf-8", "backslashreplace")
        with suppress(ClientGone):  # nobody may wait for this request any more
            self._send(frame(ABORT_TYPE, STATUS.pack(status) + text))

    def log(self, level: int, text: bytes) -> None:
        """Send a log record. Raises OSError if there is nobody to take it."""
        self._socket.sendall(frame(LOG_TYPE, bytes((level,)) + text))

    def finish(self) -> None:
        """Tell the JVM of the end of a request that ended without one."""
        self.abort(ERROR, "the gateway left the response unfinished")

    def close(self) -> None:
        """Give up the request, if there is one."""
        self._ended = self._closed = True
        self.fd = -1  # another connection may soon have this number
        self._socket.close()

    def shut_down(self) -> None:
        """End a wait for the next frame, from another thread."""
        with suppress(OSError):  # it may be closed already
            self._socket.shutdown(socket.SHUT_RDWR)

    def leave_to_parent(self) -> None:
        """Close the connection in a forked child, not for its parent."""
        self._socket.close()  # maybe once more, while its thread opens another
        self.fd = -1

    def _answer(self) -> tuple[int, bytes]:
        try:
            count = self._receive_up_to(_FIRST, 0)
            length, kind = FRAME.unpack_from(self._buffer)
            self._receive_up_to(_FIRST + length, count)
        except Disconnected as error:
            raise BodyError("the client went away") from error
        with memoryview(self._buffer) as view:
            return kind, bytes(view[_FIRST : _FIRST + length])

    def _receive_up_to(self, wanted: int, count: int) -> int:
        if wanted > len(self._buffer):
            self._buffer.extend(bytes(wanted - len(self._buffer)))
            self._address = calls.address(self._buffer)
        view = memoryview(self._buffer)
        try:
            while count < wanted:
                received = self._socket.recv_into(view[count:])
                if not received:
                    raise Disconnected
                count += received
        except OSError as error:
            raise Disconnected from error
        finally:
            view.release()
        return count

    def _send(self, data: bytes) -> None:
        size = len(data)
        sent = _send(self.fd, data, size, FLAGS)
        if sent == size:
            return
        try:
            self._socket.sendall(data[sent:] if sent > 0 else data)
        except OSError as error:
            raise self._gone(error) from error

    def _gather(self, start: bytes, block: bytes) -> None:
        """Send two parts without joining them."""
        try:
            sent = self._socket.sendmsg((start, block))
            if sent < len(start):
                self._socket.sendall(start[sent:])
                sent = len(start)
            rest = memoryview(block)[sent - len(start) :]
            if rest:
                self._socket.sendall(rest)
        except OSError as error:
            raise self._gone(error) from error

    def _gone(self, error: OSError) -> ClientGone:
        """Make of a failed write what the application is to see."""
        self.broken = True
        self._ended = True
        if error.errno == errno.EBADF and not self._closed:
            # Not by us: what the numbers of our descriptors mean now is anybody's guess.
            message = b"the application has closed the descriptors of its worker\n"
            if self.fd < 0:
                message = b"a forked child went on with the request, which is its parent's\n"
            with suppress(OSError):
                os.write(2, message)
            os._exit(os.EX_SOFTWARE)
        # Whoever takes it next finds its end.
        self.shut_down()
        return ClientGone("the client went away")
