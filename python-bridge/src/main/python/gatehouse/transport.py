"""What carries one request and its response."""

from __future__ import annotations

from typing import List, Tuple

Headers = List[Tuple[str, str]]

ERROR = "error"
"""Kind of abort: the application failed or broke the contract; a 500."""

TIMEOUT = "timeout"
"""Kind of abort: the application was interrupted by ``RequestTimeout``; a 504."""

DISCONNECT = "disconnect"
"""Kind of abort: the client went away, or its body broke off; there is nobody to answer."""


class Transport:
    """One request on its way to an application, and the response on its way back.

    An object serves one request at a time and is called by one thread at a time. The gateway calls
    ``read`` at any time before the end, and of the others either ``whole``, or ``head`` and then
    ``data`` or ``file`` any number of times and then ``end``; ``abort`` can take the place of any
    of them. ``end`` and ``abort`` come after the application's ``close()``: nothing of the
    application runs after them.
    """

    def read(self, size: int) -> bytes:
        """Return from 1 to ``size`` bytes of the request body, or ``b""`` at its end.

        :param size: the most bytes to return, 1 or more
        :raises BodyError: if the body broke off or cannot be had
        """
        raise NotImplementedError

    def head(self, status: str, headers: Headers) -> None:
        """Take status and headers; they may wait for the first ``data``, ``file`` or ``end``.

        :param status: three digits from 200 to 999, then mostly a space and a reason
        :param headers: checked; all chars are bytes (U+0000..U+00FF); the list is the transport's
        """
        raise NotImplementedError

    def data(self, block: bytes) -> None:
        """Hand on a part of the body before the application makes the next one.

        :param block: one byte or more
        :raises ClientGone: if nobody takes it
        """
        raise NotImplementedError

    def file(self, fd: int, offset: int, length: int) -> bool:
        """Hand on a part of a file straight from its descriptor.

        :param fd: the descriptor of a regular file, open until this request ends
        :param offset: where the part starts, in bytes
        :param length: how long it is, in bytes, 1 or more
        :return: whether this was or surely will be done before ``close()`` runs; if not, the
            part comes through ``data``
        :raises ClientGone: if nobody takes it
        """
        raise NotImplementedError

    def end(self) -> None:
        """Complete the response.

        :raises ClientGone: if nobody takes it
        """
        raise NotImplementedError

    def whole(self, status: str, headers: Headers, block: bytes) -> None:
        """Send a complete response whose body is one block; nothing else is called after it.

        :param block: the body, any size; empty where no body may be sent
        :raises ClientGone: if nobody takes it
        """
        self.head(status, headers)
        if block:
            self.data(block)
        self.end()

    def abort(self, kind: str, message: str) -> None:
        """Give up: an error page as long as nothing was sent, else a broken connection.

        :param kind: ``ERROR``, ``TIMEOUT`` or ``DISCONNECT``
        :param message: one line for the log, never for the client
        """
        raise NotImplementedError
