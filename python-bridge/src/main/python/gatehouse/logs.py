"""What the application says, as log records for the container: streams, logging, tracebacks."""

from __future__ import annotations

import io
import logging
import os
import sys
import threading
import traceback
from typing import Any, Callable

DEBUG, INFO, WARNING, ERROR = 1, 2, 3, 4
HELD_SECONDS = 0.2
LONGEST_RECORD = 64 * 1024

_HEADING = "Traceback (most recent call last)"
_CHAINED = ("During handling of the above exception", "The above exception was the direct cause")

Emit = Callable[[int, str], None]


class RecordStream(io.TextIOBase):
    """A text stream whose lines become log records; a traceback becomes one record.

    What one thread writes is kept apart from what others write. close() only flushes.
    """

    def __init__(self, emit: Emit, level: int, descriptor: int) -> None:
        self._emit = emit
        self._level = level
        self._descriptor = descriptor
        self._held: dict[int, str] = {}
        self._lock = threading.RLock()
        self._timer: threading.Timer | None = None
        self.buffer = _Bytes(self)
        os.register_at_fork(after_in_child=self._forget)

    encoding = "utf-8"
    errors = "backslashreplace"

    def writable(self) -> bool:
        """Return True."""
        return True

    def isatty(self) -> bool:
        """Return False."""
        return False

    def fileno(self) -> int:
        """Return the descriptor that C code and child programs write to instead."""
        return self._descriptor

    def write(self, text: str) -> int:
        """Take text; whole lines become records at once."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        thread = threading.get_ident()
        with self._lock:
            held = self._held.pop(thread, "")
            if held and _is_complete_traceback(held) and not _continues(text):
                self._record(held)
                held = ""
            ready, rest = _split(held + text)
            if rest:
                self._held[thread] = rest
                self._flush_later()
        self._record(ready)
        return len(text)

    def flush(self) -> None:
        """Make a record of what the calling thread has left unfinished."""
        with self._lock:
            held = self._held.pop(threading.get_ident(), "")
        self._record(held)

    def error(self, record: str) -> None:
        """Log a record of its own, with the level of an error."""
        self._emit(ERROR, record)

    def flush_all(self) -> None:
        """Hand over what any thread left unfinished."""
        with self._lock:
            self._timer = None
            held = list(self._held.values())
            self._held.clear()
        for text in held:
            self._record(text)

    def close(self) -> None:
        """Flush, and stay open."""
        self.flush()

    def _record(self, text: str) -> None:
        text = text.rstrip()
        for start in range(0, len(text), LONGEST_RECORD):
            self._emit(self._level, text[start : start + LONGEST_RECORD])

    def _flush_later(self) -> None:
        if self._timer is None:
            self._timer = threading.Timer(HELD_SECONDS, self.flush_all)
            self._timer.daemon = True
            try:
                self._timer.start()
            except RuntimeError:  # the interpreter is shutting down, or has no thread left
                self._timer = None

    def _forget(self) -> None:
        self._lock = threading.RLock()
        self._held = {}
        self._timer = None


class _Bytes(io.RawIOBase):
    """The binary side of a RecordStream."""

    def __init__(self, text: RecordStream) -> None:
        self._text = text

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._text.fileno()

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self._text.write(str(data, "utf-8", "backslashreplace"))
        return len(data)

    def flush(self) -> None:
        self._text.flush()

    def close(self) -> None:
        self.flush()


class RecordHandler(logging.Handler):
    """Sends records of the logging module with their level, logger and traceback."""

    def __init__(self, emit: Emit) -> None:
        super().__init__()
        self._emit_record = emit
        self.setFormatter(logging.Formatter("%(name)s: %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        """Send a record."""
        try:
            text = self.format(record)
        except Exception:
            self.handleError(record)
        else:
            self._emit_record(_level(record.levelno), text)


def install(emit: Emit) -> RecordStream:
    """Take over what the application says; return the stream for wsgi.errors."""
    sys.stdout = RecordStream(emit, INFO, 1)
    sys.stderr = RecordStream(emit, WARNING, 2)
    threading.excepthook = lambda args: _report_thread(emit, args)
    sys.unraisablehook = lambda args: _report_unraisable(emit, args)
    handler = RecordHandler(emit)
    logging.getLogger().addHandler(handler)
    logging.basicConfig = lambda **options: _configure(handler, options)
    return RecordStream(emit, WARNING, 2)


_basic_config = logging.basicConfig


def _configure(handler: RecordHandler, options: dict[str, Any]) -> None:
    """Do what logging.basicConfig does where nobody has added a handler before the application.

    Left alone it would do nothing, as the root logger has a handler, not even set the level.
    """
    root = logging.getLogger()
    if root.handlers == [handler]:
        root.removeHandler(handler)
        if not options.keys() & {"handlers", "stream", "filename"}:
            if "format" in options:
                handler.setFormatter(None)  # basicConfig sets another one
            options = {**options, "handlers": [handler]}
    _basic_config(**options)


def _report_thread(emit: Emit, args: threading.ExceptHookArgs) -> None:
    """Log as one record what ended a thread, which threading would print piece by piece."""
    if args.exc_type is not SystemExit:
        name = args.thread.name if args.thread else threading.get_ident()
        trace = traceback.format_exception(args.exc_type, args.exc_value, args.exc_traceback)
        emit(ERROR, f"Exception in thread {name}:\n{''.join(trace).rstrip()}")


def _report_unraisable(emit: Emit, args: sys.UnraisableHookArgs) -> None:
    """Log as one record what was raised where nobody can catch it, mostly in __del__."""
    trace = traceback.format_exception(args.exc_type, args.exc_value, args.exc_traceback)
    where = f"{args.err_msg or 'Exception ignored in'}: {args.object!r}"
    emit(WARNING, f"{where}\n{''.join(trace).rstrip()}")


def _level(number: int) -> int:
    if number >= logging.ERROR:
        return ERROR
    if number >= logging.WARNING:
        return WARNING
    return INFO if number >= logging.INFO else DEBUG


def _split(text: str) -> tuple[str, str]:
    """Split a text into what is a record now and what has to wait for more."""
    end = text.rfind("\n") + 1
    if len(text) > LONGEST_RECORD:
        return text, ""
    if _HEADING not in text:
        return text[:end], text[end:]
    # What stood before the traceback is a record of its own.
    start = text.rfind("\n", 0, text.index(_HEADING)) + 1
    return text[:start], text[start:]


def _is_complete_traceback(text: str) -> bool:
    """Tell whether the text ends with the line that names the exception."""
    last = text[text.rstrip("\n").rfind("\n") + 1 :]
    return (
        text.endswith("\n")
        and bool(last.strip())
        and not last.startswith((" ", "\t", _HEADING, *_CHAINED))
    )


def _continues(text: str) -> bool:
    """Tell whether a text that follows a traceback belongs to it."""
    return text.startswith(("\n", " ", "\t", *_CHAINED))
