"""Contenders that are not started in earnest."""

from __future__ import annotations

from pathlib import Path

from harness.contender import Contender, Server
from harness.sample import Sample
from harness.scenario import Bound, Load, Scenario
from harness.settings import Settings


class FakeContender(Contender):
    """Gives the figures it was made with, one for each round, and notes its rounds."""

    def __init__(self, name: str, figures: list[float], journal: list[str]) -> None:
        self.name = name
        self.figures = figures
        self.journal = journal

    def missing(self, settings: Settings) -> str:
        return "" if self.figures else "apt-get install nothing"

    def start(self, settings: Settings, folder: Path) -> Server:
        self.journal.append(f"start {self.name}")
        return FakeServer(self)


class FakeServer(Server):
    def __init__(self, contender: FakeContender) -> None:
        self.contender = contender

    def warm_up(self, load: Load, seconds: float) -> None:
        pass

    def sample(self, load: Load, seconds: float) -> Sample:
        self.contender.journal.append(self.contender.name)
        figure = self.contender.figures.pop(0)
        faults = ("broken",) if figure == 0 else ()
        return Sample(figure, 10.0, 1.0, 2.0, 0.0, faults)

    def end(self) -> None:
        self.contender.journal.append(f"end {self.contender.name}")


def scenario(*contenders: FakeContender) -> Scenario:
    """A scenario whose second contender must reach 0.9 of the first."""
    bound = Bound(contenders[1].name, contenders[0].name, 0.9)
    return Scenario("fake/row", "A <row>", Load(13), contenders, (bound,))


def settings(rounds: int, forks: int = 1) -> Settings:
    """Settings with these numbers of rounds and forks."""
    return Settings(
        rounds=rounds,
        duration=1,
        warmup=1,
        forks=forks,
        only="*",
        jdks=(None,),
        output=Path(),
        build=False,
        list_only=False,
    )
