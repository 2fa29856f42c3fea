"""Runs a WSGI application for one request: the server side of PEP 3333.

Knows nothing of what carries the request: see ``Transport``.
"""

from __future__ import annotations

from typing import Any, Callable

from .body import send_body
from .error_stream import ErrorLog, ErrorStream
from .faults import BodyError, ClientGone, ContractError, RequestTimeout
from .files import FileWrapper
from .report import report
from .request_body import RequestBody
from .response import Response
from .transport import Transport

__all__ = [
    "BodyError",
    "ClientGone",
    "ContractError",
    "ErrorLog",
    "FileWrapper",
    "RequestTimeout",
    "Settings",
    "Transport",
    "run",
]


class Settings:
    """What is the same for all requests of a process; immutable."""

    __slots__ = ("environ",)

    def __init__(self, multithread: bool = True, multiprocess: bool = True) -> None:
        """Describe a process (PEP 3333, "environ Variables").

        :param multithread: whether several threads of this process call the application
        :param multiprocess: whether other processes call the same application
        """
        self.environ: dict[str, Any] = {
            "wsgi.version": (1, 0),
            "wsgi.multithread": multithread,
            "wsgi.multiprocess": multiprocess,
            "wsgi.run_once": False,
            # Chunked bodies have no CONTENT_LENGTH: Werkzeug and others read them only with this.
            "wsgi.input_terminated": True,
            "wsgi.file_wrapper": FileWrapper,
        }


_DEFAULT = Settings()


def run(
    application: Callable[..., Any],
    environ: dict[str, Any],
    transport: Transport,
    errors: ErrorLog,
    settings: Settings = _DEFAULT,
) -> None:
    """Answer one request; return when nothing of it runs any more.

    Whatever the application raises, ``SystemExit`` and ``KeyboardInterrupt`` included, ends in the
    log and in ``Transport.abort``. Only errors of the transport other than ``OSError`` pass. May
    run in any number of threads at once.

    :param environ: a fresh ``dict`` of native strings with the CGI keys; ``wsgi.*`` are added
    :param transport: used until this returns, and never after it
    :param errors: takes what is printed to ``wsgi.errors``, and the traceback of a failure
    """
    body = failure = None
    response = Response(transport, environ["REQUEST_METHOD"] == "HEAD")
    request_body = RequestBody(transport.read, environ.get("CONTENT_LENGTH"))
    error_stream = ErrorStream(errors)
    environ.update(settings.environ)
    environ["wsgi.input"] = request_body
    environ["wsgi.errors"] = error_stream
    if "wsgi.url_scheme" not in environ:
        environ["wsgi.url_scheme"] = environ.get("REQUEST_SCHEME", "http")
    try:
        try:
            body = application(environ, response.start)
            send_body(response, body)
        except BaseException as error:  # PEP 3333 names none that may end the worker
            failure = report(error, environ, errors)
        if type(body) is not list:
            _close(body, environ, errors)
        if failure is not None:
            transport.abort(*failure)
        elif not response.complete:
            transport.end()
    except OSError:
        # The transport broke while it ended: nobody is left to answer.
        pass
    finally:
        request_body.detach()
        response.detach()
        if error_stream.used:
            error_stream.flush()


def _close(body: Any, environ: dict[str, Any], errors: ErrorLog) -> None:
    """Call ``close()`` if there is one; what it raises is logged, and the response stands."""
    try:
        close = getattr(body, "close", None)
        if close is not None:
            close()
    except BaseException as error:
        report(error, environ, errors)
