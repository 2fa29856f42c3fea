"""lighttpd with mod_cgi."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from harness import programs
from harness.contender import Contender, HttpServer
from harness.probe import started
from harness.process import free_port

if TYPE_CHECKING:
    from pathlib import Path

    from harness.settings import Settings

_CONFIGURATION = """
server.modules = ("mod_cgi")
server.bind = "127.0.0.1"
server.port = {port}
server.document-root = "{folder}"
server.errorlog = "{folder}/error.log"
server.max-keep-alive-requests = 65535
$HTTP["url"] =~ "^/cgi-bin/" {{
  cgi.assign = ("" => "")
}}
"""


class Lighttpd(Contender):
    """One process, as lighttpd has by default."""

    name = "lighttpd mod_cgi"

    def missing(self, settings: Settings) -> str:
        """Say what has to be installed."""
        found = shutil.which("lighttpd")
        return programs.missing() if found else "apt-get install lighttpd"

    def start(self, settings: Settings, folder: Path) -> HttpServer:
        """Start it in the foreground."""
        programs.install(("hello",), folder / "cgi-bin")
        port = free_port()
        configuration = folder / "lighttpd.conf"
        configuration.write_text(_CONFIGURATION.format(port=port, folder=folder))
        command = ["lighttpd", "-D", "-f", str(configuration)]
        return HttpServer(started(command, folder, port), port)
