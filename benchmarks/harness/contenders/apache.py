"""Apache with mod_cgid."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from harness import programs
from harness.contender import Contender, HttpServer
from harness.probe import started
from harness.process import free_port

if TYPE_CHECKING:
    from harness.settings import Settings

_MODULES = Path("/usr/lib/apache2/modules")
_CONFIGURATION = """
ServerRoot {folder}
ServerName localhost
Listen 127.0.0.1:{port}
LoadModule mpm_event_module {modules}/mod_mpm_event.so
LoadModule authz_core_module {modules}/mod_authz_core.so
LoadModule alias_module {modules}/mod_alias.so
LoadModule cgid_module {modules}/mod_cgid.so
# For whoever starts it as root, which none of its workers may be.
User nobody
Group nogroup
PidFile {folder}/apache.pid
ErrorLog {folder}/error.log
DefaultRuntimeDir {folder}
ScriptSock {folder}/cgid.sock
DocumentRoot {folder}/cgi-bin
ScriptAlias /cgi-bin/ {folder}/cgi-bin/
MaxKeepAliveRequests 0
"""


class Apache(Contender):
    """The event MPM with its own defaults."""

    name = "Apache mod_cgid"

    def missing(self, settings: Settings) -> str:
        """Say what has to be installed."""
        found = shutil.which("apache2") and (_MODULES / "mod_cgid.so").exists()
        return programs.missing() if found else "apt-get install apache2"

    def start(self, settings: Settings, folder: Path) -> HttpServer:
        """Start it in the foreground."""
        programs.install(("hello",), folder / "cgi-bin")
        programs.let_others_pass(folder)
        port = free_port()
        configuration = folder / "apache.conf"
        configuration.write_text(_CONFIGURATION.format(port=port, folder=folder, modules=_MODULES))
        command = ["apache2", "-D", "FOREGROUND", "-f", str(configuration)]
        return HttpServer(started(command, folder, port), port)
