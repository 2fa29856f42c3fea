"""What can be compared: something that starts, takes load and ends."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from harness import cpu, probe, wrk
from harness.sample import Sample

if TYPE_CHECKING:
    from pathlib import Path

    from harness.process import Process
    from harness.scenario import Load
    from harness.settings import Settings


class Contender(ABC):
    """A server that can be started; ``name`` is unique within its scenario."""

    name: str

    @abstractmethod
    def missing(self, settings: Settings) -> str:
        """Say what has to be installed before it can run; empty if it can."""

    @abstractmethod
    def start(self, settings: Settings, folder: Path) -> Server:
        """Start it with an empty folder of its own, and wait until it answers."""


class Server(ABC):
    """A started contender."""

    @abstractmethod
    def warm_up(self, load: Load, seconds: float) -> None:
        """Drive it until its code is compiled and its caches are full."""

    @abstractmethod
    def sample(self, load: Load, seconds: float) -> Sample:
        """Drive it for some time."""

    @abstractmethod
    def end(self) -> None:
        """End it with everything that it started."""


class HttpServer(Server):
    """A server whose CPU time is read from /proc, driven with wrk unless ``drive`` is replaced."""

    def __init__(self, process: Process, port: int) -> None:
        self.process = process
        self.port = port

    def probe(self, load: Load) -> tuple[str, ...]:
        """Say what is wrong with one answer before a round; empty if nothing is."""
        return probe.faults(self.port, load)

    def drive(self, load: Load, seconds: float) -> wrk.Run:
        """Send requests for some time."""
        return wrk.drive(self.port, load, seconds)

    def warm_up(self, load: Load, seconds: float) -> None:
        """Drive it until its code is compiled and its caches are full."""
        self.drive(load, seconds)

    def sample(self, load: Load, seconds: float) -> Sample:
        """Drive it for some time."""
        faults = self.probe(load)
        machine = cpu.Busy()
        before = cpu.tree(self.process.pid), cpu.children(self.process.pid)
        run = self.drive(load, seconds)
        spent = cpu.tree(self.process.pid) - before[0]
        children = cpu.children(self.process.pid) - before[1]
        if not self.process.is_alive():
            faults = (*faults, "the server has ended")
        return Sample(
            requests_per_second=run.requests / run.seconds,
            cpu_us=1e6 * spent / run.requests if run.requests else 0.0,
            children_us=1e6 * children / run.requests if run.requests else 0.0,
            p50_ms=run.p50_ms,
            p99_ms=run.p99_ms,
            others=machine.share_beside(spent + run.cpu_seconds),
            faults=(*faults, *run.faults),
        )

    def end(self) -> None:
        """End it with everything that it started."""
        self.process.end()
