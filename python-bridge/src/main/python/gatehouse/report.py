"""What the log and the other side hear of a request that failed."""

from __future__ import annotations

import os
import traceback
from contextlib import suppress
from types import TracebackType
from typing import Any, Iterator

from .error_stream import ErrorLog, encodable
from .faults import BodyError, ClientGone, ContractError, RequestTimeout
from .headers import shown
from .transport import DISCONNECT, ERROR, TIMEOUT

_HERE = os.path.dirname(__file__)


def report(error: BaseException, environ: dict[str, Any], log: ErrorLog) -> tuple[str, str]:
    """Log an error of an application as one record, unless its client caused it by going away.

    Never raises, whatever the error's own methods do.

    :return: kind and message for ``Transport.abort``
    """
    if caused_by_client(error):
        return DISCONNECT, _summary(error)
    message = _summary(error)
    # Without a log there is still an answer to give; it carries the message.
    with suppress(Exception):
        log.error(encodable(f"{_request_line(environ)}: {_details(error, message)}"))
    return (TIMEOUT if isinstance(error, RequestTimeout) else ERROR), message


def caused_by_client(error: BaseException) -> bool:
    """Return whether an error is, or was raised because of, a client that went away."""
    return any(isinstance(cause, (BodyError, ClientGone)) for cause in _causes(error))


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _request_line(environ: dict[str, Any]) -> str:
    method = environ.get("REQUEST_METHOD", "-")
    path = f"{environ.get('SCRIPT_NAME', '')}{environ.get('PATH_INFO', '')}"
    # Escaped: a decoded path can hold line ends that would forge records.
    return f"{shown(method)[1:-1]} {shown(path)[1:-1]}"


def _summary(error: BaseException) -> str:
    name = type(error).__name__
    try:
        text = " ".join(str(error).split())
    except BaseException:
        return name
    return encodable(f"{name}: {text[:500]}" if text else name)


def _details(error: BaseException, summary: str) -> str:
    trace = _without_gateway(error.__traceback__)
    if trace is None and isinstance(error, ContractError):
        return summary
    try:
        lines = traceback.format_exception(type(error), error, trace or error.__traceback__)
    except BaseException:
        return summary
    return "the application failed\n" + "".join(lines).rstrip()


def _without_gateway(trace: TracebackType | None) -> TracebackType | None:
    """Return the part of a traceback that begins in the application, or None."""
    while trace is not None and os.path.dirname(trace.tb_frame.f_code.co_filename) == _HERE:
        trace = trace.tb_next
    return trace
