"""nginx, and fcgiwrap behind it."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from harness import programs
from harness.contender import Contender, HttpServer
from harness.probe import started
from harness.process import free_port

if TYPE_CHECKING:
    from pathlib import Path

    from harness.settings import Settings

# As many as there are connections: each runs one script at a time.
_WRAPPERS = 16
_FCGIWRAP = f"fcgiwrap -c {_WRAPPERS} -s unix:$PWD/fcgiwrap.sock"
# One process tree: nginx takes the place of the shell, and what is behind it stays its child.
_COMMAND = "{backend} & exec nginx -p $PWD -c nginx.conf"
_CONFIGURATION = """
daemon off;
{user}
worker_processes auto;
pid nginx.pid;
error_log error.log;
events {{ }}
http {{
  access_log off;
  keepalive_requests 1000000;
  client_body_temp_path client;
  fastcgi_temp_path fastcgi;
  proxy_temp_path proxy;
  scgi_temp_path scgi;
  uwsgi_temp_path uwsgi;
  server {{
    listen 127.0.0.1:{port};
    root {folder};
    {location}
  }}
}}
"""
_SCRIPTS = """location /cgi-bin/ {{
  fastcgi_pass unix:{folder}/fcgiwrap.sock;
  fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
  fastcgi_param SCRIPT_NAME $fastcgi_script_name;
  fastcgi_param GATEWAY_INTERFACE CGI/1.1;
  fastcgi_param SERVER_SOFTWARE nginx/$nginx_version;
  fastcgi_param SERVER_PROTOCOL $server_protocol;
  fastcgi_param SERVER_NAME $host;
  fastcgi_param SERVER_PORT $server_port;
  fastcgi_param REMOTE_ADDR $remote_addr;
  fastcgi_param REQUEST_METHOD $request_method;
  fastcgi_param REQUEST_URI $request_uri;
  fastcgi_param QUERY_STRING $query_string;
  fastcgi_param CONTENT_TYPE $content_type;
  fastcgi_param CONTENT_LENGTH $content_length;
}}"""


def serve(folder: Path, location: str, backend: str) -> HttpServer:
    """Start a worker for each core in the foreground, and the command of what is behind it."""
    port = free_port()
    # Workers that drop their rights could not enter the folder.
    user = "user root;" if os.geteuid() == 0 else ""
    text = _CONFIGURATION.replace("{location}", location)
    text = text.format(port=port, folder=folder, user=user)
    (folder / "nginx.conf").write_text(text)
    command = ["sh", "-c", _COMMAND.format(backend=backend)]
    return HttpServer(started(command, folder, port), port)


class Nginx(Contender):
    """A worker for each core, and a wrapper for each connection."""

    name = "nginx + fcgiwrap"

    def missing(self, settings: Settings) -> str:
        """Say what has to be installed."""
        found = shutil.which("nginx") and shutil.which("fcgiwrap")
        return programs.missing() if found else "apt-get install nginx fcgiwrap"

    def start(self, settings: Settings, folder: Path) -> HttpServer:
        """Start both in the foreground."""
        programs.install(("hello",), folder / "cgi-bin")
        return serve(folder, _SCRIPTS, _FCGIWRAP)
