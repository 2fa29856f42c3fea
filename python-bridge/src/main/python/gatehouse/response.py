"""start_response, write() and the bookkeeping of one response (PEP 3333)."""

from __future__ import annotations

from types import TracebackType
from typing import Any, Callable, Optional, Tuple, Type, Union

from .faults import ContractError
from .headers import content_length, shown, status_code, without_length
from .transport import Headers, Transport

ExcInfo = Union[
    Tuple[Type[BaseException], BaseException, Optional[TracebackType]], Tuple[None, None, None]
]

_ENDED = Transport()  # stands in for a transport that may already serve another request

_BODILESS = frozenset((204, 205, 304))  # RFC 9110, 6.4.1 and 15.3.6


class Response:
    """The response side of one request, used by the thread that runs the request.

    Nothing reaches the transport before the first non-empty block, so that everything can still
    be replaced by a clean error. Bytes are counted against Content-Length.
    """

    __slots__ = (
        "_called",
        "_code",
        "_fault",
        "_headers",
        "_status",
        "_to_head",
        "_transport",
        "bodiless",
        "complete",
        "left",
        "length",
        "sent",
    )

    def __init__(self, transport: Transport, to_head: bool) -> None:
        """Prepare the response to a request.

        :param to_head: whether the method is HEAD, whose response never has a body
        """
        self._transport = transport
        self._to_head = to_head
        self._called = False
        self._status = ""
        self._fault: Exception | None = None
        #: whether it is known that no body may be sent; false before start_response
        self.bodiless = False
        #: whether status and headers are with the transport
        self.sent = False
        #: whether the transport has the end of the body, too
        self.complete = False

    def start(
        self, status: str, response_headers: Headers, exc_info: ExcInfo | None = None
    ) -> Callable[[bytes], None]:
        """Take status and headers: this is ``start_response``.

        :return: ``write``
        :raises ContractError: on malformed arguments, a second call without ``exc_info`` (also
            after a first one that failed), and any call after the response ended
        :raises BaseException: the exception in ``exc_info`` if the headers were sent already
        """
        if exc_info:
            try:
                if self.sent and exc_info[1] is not None:
                    raise exc_info[1].with_traceback(exc_info[2])
            finally:
                exc_info = None  # PEP 3333: no reference cycle through the traceback
        elif self._called:
            raise ContractError("start_response was called twice, the second time without exc_info")
        if self.sent or self._transport is _ENDED:
            raise ContractError("start_response was called after the response had been sent")
        self._called = True
        self._status = ""
        code = status_code(status)
        length = content_length(response_headers)
        # A copy: the list stays the application's, which can change it or use it for many requests.
        headers = response_headers[:]
        self.bodiless = self._to_head
        if code in _BODILESS:
            self.bodiless = True
            headers = without_length(headers)
        self.length = self.left = length
        self._headers = headers
        self._code = code
        self._status = status
        return self.write

    def write(self, block: bytes) -> None:
        """Send a block before returning: the ``write`` that ``start_response`` returns.

        :raises ContractError: if it is not ``bytes``, longer than Content-Length allows, or the
            response has ended
        :raises ClientGone: if the client went away, now or earlier
        """
        if type(block) is not bytes:
            raise not_bytes(block)
        if self._transport is _ENDED:
            raise ContractError("write() was called after the response had ended")
        if block:
            self.send(block)

    def send(self, block: bytes) -> None:
        """Send a block of one byte or more; cuts what exceeds Content-Length, and then raises."""
        if self._fault is not None:
            raise self._fault
        if not self.sent:
            self.require_head()
            if self.length is not None and len(block) > self.length and not self.bodiless:
                raise self._too_long()
            self.send_head()
        if self.bodiless:
            return
        excess = False
        if self.left is not None:
            excess = len(block) > self.left
            if excess:
                block = block[: self.left]
            self.left -= len(block)
        if block:
            self._hand_on(block)
        if excess:
            # Remembered: an application that swallows the error has still broken its promise.
            self._fault = self._too_long()
            raise self._fault

    def send_whole(self, block: bytes) -> None:
        """Send a body that is this block alone, which gives it a length (PEP 3333)."""
        self.require_head()
        size = len(block)
        if self.bodiless:
            if size:
                self.declare(size)
            block = b""
        elif self.length is None:
            self._headers.append(("Content-Length", str(size)))
        elif self.length != size:
            raise ContractError(f"the body has {size} bytes, but Content-Length says {self.length}")
        self.sent = True
        self._transport.whole(self._status, self._headers, block)
        self.complete = True

    def send_head(self) -> None:
        """Hand status and headers to the transport."""
        self.sent = True
        self._transport.head(self._status, self._headers)

    def send_file(self, fd: int, offset: int, length: int) -> bool:
        """Offer a part of a file to the transport, after ``send_head``; whether it was taken."""
        taken = self._transport.file(fd, offset, length)
        if taken:
            self.left = 0
        return taken

    def declare(self, size: int) -> None:
        """Add a Content-Length where the application gave none and the status allows one."""
        if self.length is None and self._code not in _BODILESS:
            self.length = self.left = size
            self._headers.append(("Content-Length", str(size)))

    def finish(self) -> None:
        """Check that nothing is missing, and send the head of a response that has no body.

        :raises ContractError: if start_response was not called, or bytes are missing
        :raises ClientGone: if a ``write`` failed, and the application went on
        """
        if self._fault is not None:
            raise self._fault
        self.require_head()
        if self.left and not self.bodiless:
            raise ContractError(
                f"the body is {self.left} bytes short of its Content-Length of {self.length}"
            )
        if not self.sent:
            if not self.bodiless:
                self.declare(0)
            self.send_head()

    def detach(self) -> None:
        """Cut it off from the transport, which may already serve the next request."""
        self._transport = _ENDED
        self._fault = None

    def require_head(self) -> None:
        """Raise ``ContractError`` unless start_response was called, and accepted its arguments."""
        if not self._status:
            raise ContractError(
                "the application's call of start_response failed"
                if self._called
                else "the application did not call start_response before its body"
            )

    def _hand_on(self, block: bytes) -> None:
        try:
            self._transport.data(block)
        except OSError as error:
            self._fault = error
            raise

    def _too_long(self) -> ContractError:
        return ContractError(f"the body is longer than its Content-Length of {self.length}")


def not_bytes(block: Any) -> ContractError:
    """Return the error for a block that is not exactly ``bytes``."""
    return ContractError(
        f"a block of the body must be bytes, was {shown(block)}"
        " (a body is a list of bytes, or the like)"
    )
