"""A worker process: loads the application and answers requests on its threads."""

from __future__ import annotations

import os
import socket
import sys
import threading
import time
from contextlib import suppress

from . import crashes, gateway, interrupts, limits, loading, logs, stacks
from .board import Board
from .connection import RequestConnection
from .control import ControlConnection
from .faults import RequestTimeout
from .frames import (
    CHANGED_TYPE,
    DRAIN_TYPE,
    DUMP_TYPE,
    FAILED_TYPE,
    HELLO,
    HELLO_TYPE,
    INTERRUPT_TYPE,
    NO_SLOT,
    PING_TYPE,
    PONG_TYPE,
    READY_TYPE,
    STACKS_TYPE,
    START_TYPE,
    U32,
    frame,
    parse_pairs,
    read_frame,
)
from .idle import Connections
from .modules import watch

LAST_GRACE = 5.0
REDIAL_PAUSE = 0.1


class Worker:
    """The process as the JVM knows it: one control connection, and threads with slots."""

    def __init__(self, start: dict[str, str]) -> None:
        self._start = start
        self._threads = int(start["threads"])
        self._board = Board(start["board"], self._threads)
        self._header_limit = int(start["headerLimit"])
        self._idle = Connections()
        self._connections: dict[int, RequestConnection] = {}  # by slot
        self._in_hand: dict[int, RequestConnection] = {}  # by thread; maybe no longer
        self._connected = threading.Semaphore(0)
        self._draining = threading.Event()
        self._left = False
        self._control = ControlConnection(self._dial(NO_SLOT))
        os.register_at_fork(after_in_child=self._leave_to_parent)

    def run(self) -> None:
        """Live until the JVM ends the process or is gone itself."""
        errors = logs.install(self._emit)
        self._start_thread("gatehouse-control", self._serve_control)
        try:
            application = self._load()
        except loading.LoadError as failure:
            self._send_failure(failure)
            sys.exit(1)
        self._settings = gateway.Settings(
            multithread=self._threads > 1, multiprocess=int(self._start["processes"]) > 1
        )
        threads = [
            self._start_thread(f"gatehouse-{slot}", self._serve, slot, application, errors)
            for slot in range(self._threads)
        ]
        for _ in threads:
            self._connected.acquire()
        self._control.send(READY_TYPE)
        if "watch" in self._start:
            self._start_thread("gatehouse-watch", watch, self._report_change)
        self._draining.wait()
        # For how long is the JVM's to say: in the end it closes the control connection.
        for thread in threads:
            thread.join()

    def _load(self) -> loading.Application:
        folders = [folder for folder in self._start.get("path", "").split(":") if folder]
        try:
            limits.apply(self._start)
        except (OSError, ValueError) as error:
            raise loading.LoadError(str(error), "check the limits in the settings") from error
        loading.enter(self._start["chdir"])
        if "wheels" in self._start:
            folders.append(self._start["wheels"])
        loading.prepare_path(folders, self._start["chdir"])
        return loading.load(self._start["application"])

    def _send_failure(self, failure: loading.LoadError) -> None:
        parts = ("error", failure.error, "remedy", failure.remedy, "traceback", failure.trace)
        text = "\0".join(part.replace("\0", "?") for part in parts)
        self._control.send(FAILED_TYPE, text.encode("utf-8", "backslashreplace"))

    def _serve(
        self, slot: int, application: loading.Application, errors: logs.RecordStream
    ) -> None:
        self._connect(slot)
        self._connected.release()
        thread = threading.get_ident()
        ended = False
        while not ended:
            with suppress(RequestTimeout):  # one that came too late for its request
                self._answer_requests(thread, application, errors)
                ended = True

    def _answer_requests(
        self, thread: int, application: loading.Application, errors: logs.RecordStream
    ) -> None:
        called, run, settings = self._board.called, gateway.run, self._settings
        for connection in self._idle.taken(thread):
            try:
                environ = connection.receive()
                if environ is None:
                    connection.release()
                    self._idle.look_again(connection)
                    continue
                self._in_hand[thread] = connection
                called(connection.slot, connection.number)
                run(application, environ, connection, errors, settings)
                if connection.owner == thread:
                    connection.finish()
            except BaseException:
                connection.broken = connection.broken or connection.owner == thread
            if connection.broken:
                self._replace(connection, thread)

    def _connect(self, slot: int) -> None:
        try:
            connection = RequestConnection(self._dial(slot), slot, self._header_limit)
        except OSError:  # the JVM takes no connection any more
            self._draining.set()
        else:
            self._connections[slot] = connection
            self._idle.add(connection)

    def _replace(self, connection: RequestConnection, thread: int) -> None:
        # Another thread may have it in hand already, and finds it broken, too.
        if connection.owner == thread or connection.claim(thread):
            self._idle.remove(connection)
            connection.close()
            if not connection.number:  # turned away: whoever did that is about to say more
                self._draining.wait(REDIAL_PAUSE)
            if not self._draining.is_set():
                self._connect(connection.slot)
            if self._draining.is_set() and self._idle.is_empty():
                self._idle.end()

    def _serve_control(self) -> None:
        self._control.serve(
            {
                PING_TYPE: lambda _: self._control.send(PONG_TYPE),
                DUMP_TYPE: self._dump,
                INTERRUPT_TYPE: self._interrupt,
                DRAIN_TYPE: lambda _: self._draining.set(),
            }
        )
        # The JVM is gone, or has given us up.
        self._draining.set()
        for connection in list(self._connections.values()):
            connection.shut_down()
        time.sleep(LAST_GRACE)
        os._exit(1)

    def _dump(self, payload: bytes) -> None:
        (slot,) = U32.unpack(payload)
        idents = None if slot == NO_SLOT else [self._connections[slot].owner]
        self._control.send(STACKS_TYPE, stacks.describe(idents).encode("utf-8", "replace"))

    def _interrupt(self, payload: bytes) -> None:
        (slot,) = U32.unpack(payload)
        connection = self._connections[slot]
        thread = connection.owner
        if thread:
            interrupts.interrupt(thread)
            if connection.owner != thread:
                # It has just ended, and the thread may have taken up another request.
                interrupts.cancel(thread)

    def _report_change(self, path: str) -> None:
        self._control.send(CHANGED_TYPE, path.encode("utf-8", "backslashreplace"))

    def _emit(self, level: int, text: str) -> None:
        data = text.encode("utf-8", "backslashreplace")
        thread = threading.get_ident()
        connection = self._in_hand.get(thread)
        if connection is not None and connection.owner == thread:
            try:
                connection.log(level, data)
                return
            except OSError:
                pass  # nobody waits for this request any more
        self._control.log(level, data)

    def _dial(self, slot: int) -> socket.socket:
        sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        sock.settimeout(None)  # whatever the application has made the default
        try:
            sock.connect(self._start["socket"])
            hello = HELLO.pack(self._start["token"].encode("ascii"), os.getpid(), slot)
            sock.sendall(frame(HELLO_TYPE, hello))
        except OSError:
            sock.close()
            raise
        return sock

    def _start_thread(self, name: str, target: object, *args: object) -> threading.Thread:
        thread = threading.Thread(target=target, args=args, name=name, daemon=True)  # type: ignore[arg-type]
        thread.start()
        return thread

    def _leave_to_parent(self) -> None:
        """In a forked child: the connections are the parent's, and no request is ours."""
        if self._left:  # a child of a child
            return
        self._left = True
        self._draining = threading.Event()
        self._draining.set()
        for connection in self._connections.values():
            connection.leave_to_parent()
        self._idle.leave_to_parent()
        self._control.leave_to_parent()


def main() -> None:
    """Run the worker that the START frame on stdin describes."""
    kind, payload = read_frame(lambda size: os.read(0, size))
    if kind != START_TYPE:
        sys.exit(f"a START frame was expected on stdin, type {kind} came")
    start = parse_pairs(payload)
    start = {name: os.fsdecode(value.encode("latin-1")) for name, value in start.items()}
    _detach_stdio()
    kept = crashes.write_stacks(start["stacks"])
    sys.argv = ["gatehouse"]
    Worker(start).run()
    del kept


def _detach_stdio() -> None:
    """Leave nothing on stdin, and lets what bypasses sys.stdout go where stderr goes."""
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)
    os.dup2(2, 1)
