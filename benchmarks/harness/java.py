"""The JDKs that run the servers."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from harness.settings import Settings

# As tomcat-conf/bin/setenv.sh and the launcher have it.
POLICY = ("chrt", "--batch", "0")


def program(home: Path | None) -> Path:
    """Locate the java of a JDK, or of the PATH if none is given."""
    return home / "bin" / "java" if home else Path("java")


@cache
def version(home: Path | None) -> str:
    """Give what ``java -version`` says, on one line.

    Raises FileNotFoundError if there is no java.
    """
    run = subprocess.run(
        [str(program(home)), "-version"], check=True, capture_output=True, text=True
    )
    return ", ".join(line for line in run.stderr.splitlines() if not line.startswith("Picked up"))


def feature_version(home: Path | None) -> int:
    """Give the JDK's feature release, for example 17."""
    match = re.search(r'version "(\d+)', version(home))
    return int(match.group(1)) if match else 0


@dataclass(frozen=True)
class Jvm:
    """What a server needs of its JVM: feature releases, size of the heap, other options, policy."""

    oldest: int = 17
    newest: int = 99
    heap: str = "512m"
    options: tuple[str, ...] = ()
    policy: tuple[str, ...] = POLICY

    def missing(self, settings: Settings) -> str:
        """Say what has to be installed or named."""
        if self.policy and shutil.which(self.policy[0]) is None:
            return "apt-get install util-linux"
        if self._homes(settings):
            return ""
        releases = f"JDK {self.oldest}"
        releases += f" to {self.newest}" if self.newest < Jvm.newest else " or newer"
        return f"needs {releases}: --java JDK_HOME"

    def command(self, settings: Settings) -> list[str]:
        """Begin a command line with the first JDK that fits."""
        java = str(program(self._homes(settings)[0]))
        return [*self.policy, java, f"-Xms{self.heap}", f"-Xmx{self.heap}", *self.options]

    def _homes(self, settings: Settings) -> list[Path | None]:
        return [
            home for home in settings.jdks if self.oldest <= feature_version(home) <= self.newest
        ]
