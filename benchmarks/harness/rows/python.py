"""Python applications in worker processes beside other hosts of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from harness.contender import HttpServer
from harness.contenders import mod_wsgi
from harness.contenders.embedded_tomcat import EmbeddedTomcat
from harness.contenders.gunicorn import Gunicorn
from harness.contenders.slow_readers import READERS, BesideSlowReaders
from harness.contenders.transfers import Downloads, Uploads
from harness.contenders.uwsgi import Uwsgi
from harness.java import Jvm
from harness.scenario import Bound, Limit, Load, Scenario
from harness.transfer import SIZE

if TYPE_CHECKING:
    from harness.contender import Contender
    from harness.sample import Sample
    from harness.wrk import Run

_OURS = "Gatehouse"
_ONE = "Gatehouse, 1 client"
_TWO = "Gatehouse, 2 clients"
_BESIDE = f"Gatehouse beside {READERS} slow readers"

# Virtual threads are the default from here on.
_OLDEST = 24
_NATIVE = ("--enable-native-access=ALL-UNNAMED",)
_JVM = Jvm(oldest=_OLDEST, options=_NATIVE)
_SMALL = Jvm(oldest=_OLDEST, options=_NATIVE, heap="64m")

_HELLO = Load(13)


def _ours(
    module: str, name: str = _OURS, *, jvm: Jvm = _JVM, server: type[HttpServer] = HttpServer
) -> EmbeddedTomcat:
    return EmbeddedTomcat(name, "python", module, virtual=True, jvm=jvm, server=server)


def _peers(module: str) -> tuple[Contender, ...]:
    return (
        Uwsgi(module),
        mod_wsgi.embedded(module),
        mod_wsgi.daemon(module),
        Gunicorn(module),
    )


def _hello() -> Scenario:
    peers = _peers("hello")
    least = (1.0, 1.1, 2.0, 2.0)
    return Scenario(
        "python/hello",
        "Hello from Python, 2 processes with 8 threads",
        _HELLO,
        (peers[0], _ours("hello"), *peers[1:]),
        tuple(Bound(_OURS, peer.name, at_least) for peer, at_least in zip(peers, least)),
        (Limit(_OURS, "us of CPU of its workers per request", _worker_us, most=18),),
    )


def _flask() -> Scenario:
    peers = _peers("greeting")
    return Scenario(
        "python/flask",
        "Hello from Flask, 2 processes with 8 threads",
        _HELLO,
        (peers[0], _ours("greeting"), *peers[1:]),
        tuple(Bound(_OURS, peer.name, 1.2) for peer in peers),
    )


def _cpu() -> Scenario:
    return Scenario(
        "python/cpu",
        "A millisecond of computing, 2 processes",
        Load(13, connections=2),
        (_ours("busy", _ONE, server=_OneClient), _ours("busy", _TWO)),
        (Bound(_TWO, _ONE, 1.8),),
    )


def _gigabyte(name: str, title: str, size: int, server: type[HttpServer]) -> Scenario:
    return Scenario(
        f"python/gigabyte-{name}",
        f"1 GiB {title}, with a heap of 64 MiB",
        Load(size, connections=1),
        (_ours("transfers", jvm=_SMALL, server=server),),
        limits=(Limit(_OURS, "MB/s", _megabytes_per_second, least=400),),
    )


def _slow_readers() -> Scenario:
    return Scenario(
        "python/slow-readers",
        f"Hello, without and beside {READERS} clients that read 32 MiB at 1 KiB/s",
        _HELLO,
        (_ours("patient"), _ours("patient", _BESIDE, server=BesideSlowReaders)),
        (Bound(_BESIDE, _OURS, 0.9),),
    )


class _OneClient(HttpServer):
    """Takes the load over a single connection."""

    def drive(self, load: Load, seconds: float) -> Run:
        return super().drive(replace(load, connections=1), seconds)


def _worker_us(sample: Sample) -> float:
    return sample.children_us


def _megabytes_per_second(sample: Sample) -> float:
    return sample.requests_per_second * SIZE / 1e6


SCENARIOS: tuple[Scenario, ...] = (
    _hello(),
    _flask(),
    _cpu(),
    _gigabyte("out", "from an application", SIZE, Downloads),
    _gigabyte("in", "to an application", len(f"{SIZE}\n"), Uploads),
    _slow_readers(),
)
