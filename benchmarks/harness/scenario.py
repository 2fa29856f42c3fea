"""What is compared: a load, the servers that take it, and how they should compare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Callable

if TYPE_CHECKING:
    from harness.contender import Contender
    from harness.sample import Sample


@dataclass(frozen=True)
class Load:
    """The requests of a scenario: GETs over keep-alive connections.

    ``body_size`` is what every answer must have, in bytes. ``by_bytes`` counts requests by the
    bytes received, for answers so large that only a few fit into a round.
    """

    body_size: int
    path: str = "/"
    connections: int = 16
    threads: int = 1
    headers: tuple[str, ...] = ()
    by_bytes: bool = False


@dataclass(frozen=True)
class Bound:
    """What must be reached: requests/s of one contender over those of another."""

    contender: str
    over: str
    at_least: float


@dataclass(frozen=True)
class Limit:
    """What must be reached by itself: a figure of one contender, and what it is."""

    contender: str
    what: str
    figure: Callable[[Sample], float]
    least: float = float("-inf")
    most: float = float("inf")


@dataclass(frozen=True)
class Scenario:
    """One group of rows; the first contender is the baseline of the ratios."""

    name: str
    title: str
    load: Load
    contenders: tuple[Contender, ...]
    bounds: tuple[Bound, ...] = ()
    limits: tuple[Limit, ...] = ()
