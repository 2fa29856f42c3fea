"""A server that waits for silent scripts while it is measured."""

from __future__ import annotations

import http.client
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

from harness import cpu
from harness.contender import HttpServer

if TYPE_CHECKING:
    from harness.sample import Sample
    from harness.scenario import Load

SCRIPTS = 50
_PATH = "/cgi-bin/silent"
_TIMEOUT = 60.0


class BesideSilentScripts(HttpServer):
    """Its own load, and requests for silent scripts, each again as soon as it is answered."""

    def warm_up(self, load: Load, seconds: float) -> None:
        """Drive it beside the scripts."""
        with _SilentScripts(self):
            super().warm_up(load, seconds)

    def sample(self, load: Load, seconds: float) -> Sample:
        """Drive it from when all scripts run, and wait until they have answered."""
        with _SilentScripts(self) as silent:
            sample = super().sample(load, seconds)
        return replace(sample, faults=(*sample.faults, *silent.faults))


class _SilentScripts:
    """Clients, one thread each; ``faults`` is what went wrong with them once they have ended."""

    faults: tuple[str, ...] = ()

    def __init__(self, server: HttpServer) -> None:
        self._server = server
        self._over = threading.Event()
        self._pool = ThreadPoolExecutor(SCRIPTS)

    def __enter__(self) -> _SilentScripts:
        self._clients = [self._pool.submit(self._ask) for _ in range(SCRIPTS)]
        deadline = time.monotonic() + _TIMEOUT
        while not (running := self._all_run()) and time.monotonic() < deadline:
            time.sleep(0.05)
        self._late = () if running else (f"not all of {SCRIPTS} scripts ran at the start",)
        return self

    def __exit__(self, *error: object) -> None:
        self._over.set()
        self._pool.shutdown()
        wrong = {client.result() for client in self._clients} - {""}
        self.faults = (*self._late, *sorted(wrong))

    def _all_run(self) -> bool:
        return len(cpu.descendants(self._server.process.pid)) > SCRIPTS

    def _ask(self) -> str:
        """Give an empty text if all answers were right."""
        connection = http.client.HTTPConnection("127.0.0.1", self._server.port, timeout=_TIMEOUT)
        try:
            while not self._over.is_set():
                connection.request("GET", _PATH)
                response = connection.getresponse()
                if response.read() != b"Hello, world\n":
                    return f"status {response.status} of a silent script"
        except (OSError, http.client.HTTPException) as error:
            return f"no answer of a silent script: {error!r}"
        finally:
            connection.close()
        return ""
