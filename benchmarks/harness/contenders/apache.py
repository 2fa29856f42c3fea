"""Apache, and mod_cgid in it."""

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
# For whoever starts it as root, which none of its workers may be.
User nobody
Group nogroup
PidFile {folder}/apache.pid
ErrorLog {folder}/error.log
DefaultRuntimeDir {folder}
MaxKeepAliveRequests 0
"""
_SCRIPTS = """
LoadModule alias_module {modules}/mod_alias.so
LoadModule cgid_module {modules}/mod_cgid.so
ScriptSock {folder}/cgid.sock
DocumentRoot {folder}/cgi-bin
ScriptAlias /cgi-bin/ {folder}/cgi-bin/
"""


def has(module: str) -> bool:
    """Whether it is installed with a module, named without ``mod_``."""
    return bool(shutil.which("apache2")) and (_MODULES / f"mod_{module}.so").exists()


def serve(folder: Path, more: str) -> HttpServer:
    """Start the event MPM in the foreground, with more configuration than it always has."""
    programs.let_others_pass(folder)
    port = free_port()
    configuration = folder / "apache.conf"
    text = (_CONFIGURATION + more).format(port=port, folder=folder, modules=_MODULES)
    configuration.write_text(text)
    command = ["apache2", "-D", "FOREGROUND", "-f", str(configuration)]
    return HttpServer(started(command, folder, port), port)


class Apache(Contender):
    """The event MPM with its own defaults."""

    name = "Apache mod_cgid"

    def missing(self, settings: Settings) -> str:
        """Say what has to be installed."""
        return programs.missing() if has("cgid") else "apt-get install apache2"

    def start(self, settings: Settings, folder: Path) -> HttpServer:
        """Start it in the foreground."""
        programs.install(("hello",), folder / "cgi-bin")
        return serve(folder, _SCRIPTS)
