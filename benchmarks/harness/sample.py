"""What one round of one contender gave."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sample:
    """Figures of a round.

    ``cpu_us`` is the CPU time of the server's processes per request in microseconds,
    ``children_us`` that of all but the first of them, ``others`` the share of the machine (0 to 1)
    that processes outside of the comparison took. A round with ``faults`` does not count.
    """

    requests_per_second: float
    cpu_us: float
    p50_ms: float
    p99_ms: float
    others: float
    faults: tuple[str, ...] = ()
    children_us: float = 0.0
