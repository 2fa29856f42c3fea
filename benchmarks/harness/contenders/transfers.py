"""Servers that answer or take 1 GiB at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from harness import transfer
from harness.contender import HttpServer

if TYPE_CHECKING:
    from harness.scenario import Load
    from harness.wrk import Run


class _Transfers(HttpServer):
    """Every answer is checked, so that there is no need to probe."""

    def probe(self, load: Load) -> tuple[str, ...]:
        """Nothing is wrong."""
        return ()


class Downloads(_Transfers):
    """From the server, one after the other."""

    def drive(self, load: Load, seconds: float) -> Run:
        """Download for some time."""
        return transfer.drive(transfer.download, self.port, load.path, seconds)


class Uploads(_Transfers):
    """To the server, one after the other."""

    def drive(self, load: Load, seconds: float) -> Run:
        """Upload for some time."""
        return transfer.drive(transfer.upload, self.port, load.path, seconds)
