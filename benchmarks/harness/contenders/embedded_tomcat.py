"""The embedded Tomcat of this module, with one workload as a servlet or as an application."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from harness import java
from harness.contender import Contender, Server
from harness.probe import wait_until_answering
from harness.process import Process, free_port
from harness.settings import BENCHMARKS

if TYPE_CHECKING:
    from pathlib import Path

    from harness.settings import Settings

FILE_SIZE = 1 << 30
_MAIN = "dev.gatehouse.benchmarks.server.Main"
_FIRST_WITH_GOOD_VIRTUAL_THREADS = 24


class EmbeddedTomcat(Contender):
    """A JVM of its own with ``Main FORM WORKLOAD``."""

    def __init__(self, name: str, form: str, workload: str, *, virtual: bool = False) -> None:
        self.name = name
        self._form = form
        self._workload = workload
        self._virtual = virtual

    def missing(self, settings: Settings) -> str:
        """Virtual threads need a JDK that does not pin them."""
        version = java.feature_version(settings.java)
        if self._virtual and version < _FIRST_WITH_GOOD_VIRTUAL_THREADS:
            return f"needs JDK {_FIRST_WITH_GOOD_VIRTUAL_THREADS} or newer: --java JDK_HOME"
        return ""

    def start(self, settings: Settings, folder: Path) -> Server:
        """Start a JVM."""
        if self._workload == "file":
            _provide_file(folder)
        port = free_port()
        command = [
            str(java.program(settings.java)),
            *("-Xms512m", "-Xmx512m"),
            *("-cp", f"{BENCHMARKS}/target/classes:{BENCHMARKS}/target/lib/*"),
            *(_MAIN, self._form, self._workload, str(port), str(folder)),
            *(["virtual"] if self._virtual else []),
        ]
        process = Process(command, folder)
        try:
            wait_until_answering(port, process)
        except BaseException:
            process.end()
            raise
        return Server(process, port)


def _provide_file(folder: Path) -> None:
    """One sparse file for all contenders: it is read from the page cache."""
    shared = folder.parent / "file.bin"
    if not shared.exists():
        with shared.open("wb") as file:
            file.truncate(FILE_SIZE)
    os.link(shared, folder / "file.bin")
