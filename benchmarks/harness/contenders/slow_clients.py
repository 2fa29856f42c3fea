"""A server that is busy with slow clients while it is measured."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from harness.contender import Contender, Server
from harness.settings import BENCHMARKS
from harness.slow_clients import allow_files

if TYPE_CHECKING:
    from pathlib import Path

    from harness.sample import Sample
    from harness.scenario import Load
    from harness.settings import Settings

CLIENTS = 2000
BYTES = 60
_PATIENCE = 120


class BesideSlowClients(Contender):
    """Another contender, with slow clients that start before each round."""

    def __init__(self, server: Contender) -> None:
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


class _BusyServer(Server):
    """Rounds during which the slow clients send."""

    def sample(self, load: Load, seconds: float) -> Sample:
        """Drive it while the slow clients send, and wait until they have their answers."""
        command = [sys.executable, "-m", "harness.slow_clients"]
        command += [str(self.port), str(CLIENTS), str(BYTES)]
        with subprocess.Popen(command, cwd=BENCHMARKS, stdout=subprocess.PIPE, text=True) as slow:
            try:
                assert slow.stdout is not None
                slow.stdout.readline()
                sample = super().sample(load, seconds)
                sent_to_the_end = slow.poll() is None
                output = slow.communicate(timeout=_PATIENCE)[0]
            finally:
                slow.kill()
        faults = _faults(output) if sent_to_the_end else ("the slow clients ended too early",)
        return replace(sample, faults=(*sample.faults, *faults))


def _faults(output: str) -> tuple[str, ...]:
    result = json.loads(output) if output else {"answered": 0, "failed": "all"}
    if result["answered"] == CLIENTS:
        return ()
    return (f"only {result['answered']} slow clients were answered: {result['failed']}",)
