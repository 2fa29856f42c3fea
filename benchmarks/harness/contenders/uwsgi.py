"""nginx with uWSGI."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from harness.contender import Contender
from harness.contenders import nginx, wsgi_applications
from harness.contenders.wsgi_applications import PROCESSES, THREADS

if TYPE_CHECKING:
    from pathlib import Path

    from harness.contender import HttpServer
    from harness.settings import Settings

_PROGRAM = "uwsgi_python3"
_UWSGI = (
    f"{_PROGRAM} --socket $PWD/uwsgi.sock --module {{module}}:application --need-app --master"
    f" --processes {PROCESSES} --threads {THREADS} --thunder-lock --disable-logging --listen 100"
)
_LOCATION = """location / {{
  uwsgi_pass unix:{folder}/uwsgi.sock;
  include /etc/nginx/uwsgi_params;
}}"""


class Uwsgi(Contender):
    """uWSGI on a unix socket behind nginx with a worker for each core."""

    name = "nginx + uWSGI"

    def __init__(self, module: str) -> None:
        self._module = module

    def missing(self, settings: Settings) -> str:
        """Say what has to be installed."""
        if not shutil.which("nginx") or not shutil.which(_PROGRAM):
            return "apt-get install nginx uwsgi-core uwsgi-plugin-python3"
        return wsgi_applications.missing(self._module)

    def start(self, settings: Settings, folder: Path) -> HttpServer:
        """Start both in the foreground."""
        wsgi_applications.install(self._module, folder)
        return nginx.serve(folder, _LOCATION, _UWSGI.format(module=self._module))
