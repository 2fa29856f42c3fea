"""gunicorn with threads."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from harness.contender import Contender, HttpServer
from harness.contenders import wsgi_applications
from harness.contenders.wsgi_applications import PROCESSES, PYTHON, THREADS
from harness.probe import started
from harness.process import free_port

if TYPE_CHECKING:
    from pathlib import Path

    from harness.settings import Settings

_PROGRAM = "/usr/bin/gunicorn"
_KEEP_ALIVE_SECONDS = 75


class Gunicorn(Contender):
    """The worker class gthread; it writes no access log by default."""

    name = "gunicorn gthread"

    def __init__(self, module: str) -> None:
        self._module = module

    def missing(self, settings: Settings) -> str:
        """Say what has to be installed."""
        found = shutil.which(_PROGRAM)
        return wsgi_applications.missing(self._module) if found else "apt-get install gunicorn"

    def start(self, settings: Settings, folder: Path) -> HttpServer:
        """Start it in the foreground."""
        wsgi_applications.install(self._module, folder)
        port = free_port()
        command = [
            *(PYTHON, _PROGRAM, "--bind", f"127.0.0.1:{port}", "--worker-class", "gthread"),
            *("--workers", str(PROCESSES), "--threads", str(THREADS)),
            *("--keep-alive", str(_KEEP_ALIVE_SECONDS), f"{self._module}:application"),
        ]
        return HttpServer(started(command, folder, port), port)
