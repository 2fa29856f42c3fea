"""On what the figures were measured."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from harness import java
from harness.settings import BENCHMARKS

if TYPE_CHECKING:
    from harness.settings import Settings

# Those that run Python applications are Debian's, whatever else is on the PATH.
_PEERS = {
    "lighttpd": "-v",
    "apache2": "-v",
    "nginx": "-v",
    "uwsgi_python3": "--version",
    "/usr/bin/gunicorn": "--version",
    "/usr/bin/python3": "--version",
}


def describe(settings: Settings) -> dict[str, str]:
    """Name the hardware and the versions of everything involved."""
    return {
        "machine": f"{os.cpu_count()} x {_processor()}, {_memory()}",
        "system": f"{_distribution()}, Linux {platform.release()}",
        "load before": " ".join(f"{load:.2f}" for load in os.getloadavg()),
        "JDK": "; ".join(java.version(home) for home in settings.jdks),
        "Tomcat": _tomcat(),
        "other servers": _peers(),
        "wrk": _wrk(),
        "Gatehouse": _commit(),
    }


def _processor() -> str:
    match = re.search(r"^model name\s*: (.*)$", _read("/proc/cpuinfo"), re.MULTILINE)
    return match.group(1) if match else platform.machine()


def _memory() -> str:
    match = re.search(r"^MemTotal:\s*(\d+) kB$", _read("/proc/meminfo"), re.MULTILINE)
    return f"{int(match.group(1)) / (1 << 20):.0f} GiB" if match else "unknown memory"


def _distribution() -> str:
    match = re.search(r'^PRETTY_NAME="(.*)"$', _read("/etc/os-release"), re.MULTILINE)
    return match.group(1) if match else "unknown distribution"


def _tomcat() -> str:
    jars = (BENCHMARKS / "target" / "lib").glob("tomcat-embed-core-*.jar")
    return ", ".join(jar.stem.rpartition("-")[2] for jar in jars) or "unknown"


def _peers() -> str:
    found = []
    for peer, option in _PEERS.items():
        program = shutil.which(peer)
        if program:
            run = subprocess.run([program, option], capture_output=True, text=True, check=False)
            version = re.search(r"(?:^|[/ ])(\d[.\d]*)", run.stdout + run.stderr)
            name = Path(peer).name
            found.append(f"{name} {version.group(1) if version else 'of unknown version'}")
    return ", ".join(found) or "none"


def _wrk() -> str:
    # wrk has no option for its version alone, and exits with 1.
    run = subprocess.run(["wrk", "--version"], capture_output=True, text=True, check=False)
    return (run.stdout + run.stderr).split("\n", 1)[0].split(" [")[0].removeprefix("wrk ")


def _commit() -> str:
    try:
        run = subprocess.run(
            ["git", "describe", "--always", "--dirty"],
            cwd=BENCHMARKS,
            check=True,
            capture_output=True,
            text=True,
        )
    except (FileNotFoundError, subprocess.CalledProcessError):
        return "unknown commit"
    return run.stdout.strip()


def _read(path: str) -> str:
    return Path(path).read_text(encoding="utf-8")
