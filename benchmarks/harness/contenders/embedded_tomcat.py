"""The embedded Tomcat of this module, with one workload as a servlet or as an application."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from harness import programs
from harness.contender import Contender, HttpServer
from harness.contenders import wsgi_applications
from harness.java import Jvm
from harness.probe import started
from harness.process import free_port
from harness.settings import BENCHMARKS

if TYPE_CHECKING:
    from pathlib import Path

    from harness.settings import Settings

FILE_SIZE = 1 << 30
_MAIN = "dev.gatehouse.benchmarks.server.Main"
_PYTHON = "python"
_FIRST_WITH_GOOD_VIRTUAL_THREADS = 24


class EmbeddedTomcat(Contender):
    """A JVM of its own with ``Main FORM WORKLOAD``.

    ``scripts`` are programs for the workload of that name; the workload of the form ``python`` is a
    module. ``server`` says how it is driven.
    """

    def __init__(
        self,
        name: str,
        form: str,
        workload: str,
        *,
        virtual: bool = False,
        jvm: Jvm | None = None,
        scripts: tuple[str, ...] = (),
        server: type[HttpServer] = HttpServer,
    ) -> None:
        self.name = name
        self._main = (form, workload)
        self._virtual = ("virtual",) if virtual else ()
        self._jvm = jvm or Jvm(oldest=_FIRST_WITH_GOOD_VIRTUAL_THREADS if virtual else Jvm.oldest)
        self._scripts = scripts
        self._server = server

    def missing(self, settings: Settings) -> str:
        """Say which JDK it needs; virtual threads need one that does not pin them."""
        form, workload = self._main
        return (
            self._jvm.missing(settings)
            or (programs.missing() if self._scripts else "")
            or (wsgi_applications.missing(workload) if form == _PYTHON else "")
        )

    def start(self, settings: Settings, folder: Path) -> HttpServer:
        """Start a JVM."""
        if "file" in self._main:
            _provide_file(folder)
        if self._scripts:
            programs.install(self._scripts, folder / "WEB-INF" / "cgi")
        if self._main[0] == _PYTHON:
            wsgi_applications.install(self._main[1], folder)
        port = free_port()
        command = [
            *self._jvm.command(settings),
            *("-cp", f"{BENCHMARKS}/target/classes:{BENCHMARKS}/target/lib/*"),
            *(_MAIN, *self._main, str(port), str(folder), *self._virtual),
        ]
        return self._server(started(command, folder, port), port)


def _provide_file(folder: Path) -> None:
    """One sparse file for all contenders: it is read from the page cache."""
    shared = folder.parent / "file.bin"
    if not shared.exists():
        with shared.open("wb") as file:
            file.truncate(FILE_SIZE)
    os.link(shared, folder / "file.bin")
