"""CgiServlet beside other hosts of CGI scripts."""

from __future__ import annotations

from harness.contenders.apache import Apache
from harness.contenders.c_loop import CLoop
from harness.contenders.embedded_tomcat import EmbeddedTomcat
from harness.contenders.lighttpd import Lighttpd
from harness.contenders.nginx import Nginx
from harness.contenders.silent_scripts import SCRIPTS, BesideSilentScripts
from harness.contenders.transfers import Downloads, Uploads
from harness.java import Jvm
from harness.scenario import Bound, Load, Scenario
from harness.transfer import SIZE

_OURS = "Gatehouse CgiServlet"
_VFORK = "Gatehouse CgiServlet, VFORK"
_TOMCAT = "Tomcat CGIServlet"
_SPAWN = "C loop of posix_spawn, read, wait"
_CAT = "cat in the server's place"
_ALONE = "GatewayServlet"
_BESIDE = f"GatewayServlet beside {SCRIPTS} silent scripts"

_NATIVE = "--enable-native-access=ALL-UNNAMED"
_SPAWNING = Jvm(oldest=22, options=(_NATIVE,))
_STOCK = Jvm(oldest=22, options=(_NATIVE,), policy=())
_SMALL = Jvm(oldest=22, options=(_NATIVE,), heap="64m")
_SILENT = Jvm(oldest=24, options=(_NATIVE,))
_FORKING = Jvm(newest=21)
_VFORKING = Jvm(newest=21, options=("-Djdk.lang.Process.launchMechanism=VFORK",))

_HELLO = Load(13, path="/cgi-bin/hello")
_ONE = Load(13, path="/cgi-bin/hello", connections=1)


def _hello(name: str, jvm: Jvm, form: str = "gateway") -> EmbeddedTomcat:
    return EmbeddedTomcat(name, form, "scripts", jvm=jvm, scripts=("hello",))


def _peers() -> Scenario:
    return Scenario(
        "cgi/hello",
        "A script in C that says hello",
        _HELLO,
        (Lighttpd(), _hello(_OURS, _SPAWNING), Apache(), Nginx()),
        (Bound(_OURS, Lighttpd.name, 1.0),),
    )


def _one() -> Scenario:
    return Scenario(
        "cgi/one",
        "The same script, one request at a time",
        _ONE,
        (
            CLoop(_SPAWN, "spawn_loop", ("./hello",), "hello"),
            _hello(_OURS, _SPAWNING),
            Lighttpd(),
        ),
        (Bound(_OURS, _SPAWN, 0.8),),
    )


def _java17() -> Scenario:
    return Scenario(
        "cgi/java17",
        "The same script with ProcessBuilder, on Java 17 to 21",
        _HELLO,
        (Apache(), _hello(_OURS, _FORKING), _hello(_VFORK, _VFORKING)),
        (Bound(_VFORK, Apache.name, 0.9), Bound(_OURS, Apache.name, 0.5)),
    )


def _tomcat() -> Scenario:
    return Scenario(
        "cgi/tomcat",
        "The same script in the same container",
        _HELLO,
        (_hello(_TOMCAT, _STOCK, "plain"), _hello(_OURS, _STOCK)),
        (Bound(_OURS, _TOMCAT, 20),),
    )


def _gigabyte_out() -> Scenario:
    ours = EmbeddedTomcat(
        _OURS, "gateway", "scripts", jvm=_SMALL, scripts=("gigabyte",), server=Downloads
    )
    return Scenario(
        "cgi/gigabyte-out",
        "1 GiB from a script, with a heap of 64 MiB",
        Load(SIZE, path="/cgi-bin/gigabyte", connections=1),
        (CLoop(_CAT, "pipe_loop", ("r", "./gigabyte | cat"), "gigabyte"), ours),
        (Bound(_OURS, _CAT, 0.5),),
    )


def _gigabyte_in() -> Scenario:
    ours = EmbeddedTomcat(
        _OURS, "gateway", "scripts", jvm=_SMALL, scripts=("swallow",), server=Uploads
    )
    return Scenario(
        "cgi/gigabyte-in",
        "1 GiB to a script, with a heap of 64 MiB",
        Load(len(f"{SIZE}\n"), path="/cgi-bin/swallow", connections=1),
        (CLoop(_CAT, "pipe_loop", ("w", "cat | ./swallow > swallow.out"), "swallow"), ours),
        (Bound(_OURS, _CAT, 0.5),),
    )


def _silent() -> Scenario:
    def server(name: str, **driven: type[BesideSilentScripts]) -> EmbeddedTomcat:
        return EmbeddedTomcat(
            name, "gateway", "scripts", virtual=True, jvm=_SILENT, scripts=("silent",), **driven
        )

    return Scenario(
        "cgi/silent",
        f"Hello from an application, without and beside {SCRIPTS} scripts that sleep for 10 s",
        Load(13),
        (server(_ALONE), server(_BESIDE, server=BesideSilentScripts)),
        (Bound(_BESIDE, _ALONE, 0.9),),
    )


SCENARIOS: tuple[Scenario, ...] = (
    _peers(),
    _one(),
    _java17(),
    _tomcat(),
    _gigabyte_out(),
    _gigabyte_in(),
    _silent(),
)
