"""A server that is busy with slow clients while it is measured."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from harness.contender import Contender, HttpServer, Server
from harness.settings import BENCHMARKS
from harness.slow_clients import allow_files

if TYPE_CHECKING:
    from pathlib import Path

    from harness.contenders.embedded_tomcat import EmbeddedTomcat
    from harness.sample import Sample
    from harness.scenario import Load
    from harness.settings import Settings

CLIENTS = 2000
BYTES = 60
_PATIENCE = 120


class BesideSlowClients(Contender):
    """Another contender, with slow clients that start before each round."""

    def __init__(self, server: EmbeddedTomcat) -> None:
        self.name = server.name
        self._server = server

    def missing(self, settings: Settings) -> str:
        """Say what the server itself lacks."""
        return self._server.missing(settings)

    def start(self, settings: Settings, folder: Path) -> Server:
        """Start the server alone."""
        allow_files(2 * CLIENTS)
        server = self._server.start(settings, folder)
        return _BusyServer(server.process, server.port)


class _BusyServer(HttpServer):
    """Load and slow clients at the same time."""

    def warm_up(self, load: Load, seconds: float) -> None:
        """Drive it beside slow clients with shorter bodies."""
        with _SlowClients(self.port, max(1, round(seconds))):
            super().warm_up(load, seconds)

    def sample(self, load: Load, seconds: float) -> Sample:
        """Drive it while the slow clients send, and wait until they have their answers."""
        with _SlowClients(self.port, BYTES) as slow:
            sample = super().sample(load, seconds)
            return replace(sample, faults=(*sample.faults, *slow.faults()))


class _SlowClients:
    """The program ``harness.slow_clients``, from the moment when all its clients are connected."""

    def __init__(self, port: int, size: int) -> None:
        command = [sys.executable, "-m", "harness.slow_clients"]
        command += [str(port), str(CLIENTS), str(size)]
        self._process = subprocess.Popen(command, cwd=BENCHMARKS, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> _SlowClients:
        assert self._process.stdout is not None
        self._process.stdout.readline()
        return self

    def faults(self) -> tuple[str, ...]:
        """Wait until they are done, and say what went wrong with them."""
        if self._process.poll() is not None:
            return ("the slow clients ended before the round did",)
        output = self._process.communicate(timeout=_PATIENCE)[0]
        result = json.loads(output) if output else {"answered": 0, "failed": "all"}
        if result["answered"] == CLIENTS:
            return ()
        return (f"only {result['answered']} slow clients were answered: {result['failed']}",)

    def __exit__(self, *error: object) -> None:
        self._process.kill()
        self._process.communicate()
