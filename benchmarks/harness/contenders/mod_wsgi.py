"""Apache with mod_wsgi."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harness.contender import Contender, HttpServer
from harness.contenders import apache, wsgi_applications
from harness.contenders.wsgi_applications import PROCESSES, THREADS

if TYPE_CHECKING:
    from pathlib import Path

    from harness.settings import Settings

_COMMON = """
LoadModule wsgi_module {modules}/mod_wsgi.so
WSGISocketPrefix {folder}/wsgi
WSGIPythonHome /usr
WSGIApplicationGroup %{{GLOBAL}}
WSGIScriptAlias / {folder}/{module}.py
<Directory {folder}>
  Require all granted
</Directory>
"""
_DAEMON = f"""
WSGIRestrictEmbedded On
WSGIDaemonProcess workers processes={PROCESSES} threads={THREADS} python-path={{folder}}
WSGIProcessGroup workers
"""
# With every thread busy the event MPM breaks off idle keep-alive connections; so each process has a
# thread for every connection of the load.
_EMBEDDED_THREADS = PROCESSES * THREADS
_EMBEDDED = f"""
WSGIPythonPath {{folder}}
StartServers {PROCESSES}
ServerLimit {PROCESSES}
ThreadsPerChild {_EMBEDDED_THREADS}
ThreadLimit {_EMBEDDED_THREADS}
MaxRequestWorkers {PROCESSES * _EMBEDDED_THREADS}
"""


class _ModWsgi(Contender):
    def __init__(self, module: str, name: str, mode: str) -> None:
        self.name = name
        self._module = module
        self._mode = mode

    def missing(self, settings: Settings) -> str:
        """Say what has to be installed."""
        if not apache.has("wsgi"):
            return "apt-get install apache2 libapache2-mod-wsgi-py3"
        return wsgi_applications.missing(self._module)

    def start(self, settings: Settings, folder: Path) -> HttpServer:
        """Start it in the foreground."""
        wsgi_applications.install(self._module, folder)
        return apache.serve(folder, (_COMMON + self._mode).replace("{module}", self._module))


def daemon(module: str) -> Contender:
    """Give it processes of their own, behind Apache with the defaults of its event MPM."""
    return _ModWsgi(module, "mod_wsgi daemon", _DAEMON)


def embedded(module: str) -> Contender:
    """Let it run in Apache's own processes, as many as the others have."""
    return _ModWsgi(module, "mod_wsgi embedded", _EMBEDDED)
