"""Checked requests: at the start, and before each round, as wrk does not look at bodies."""

from __future__ import annotations

import http.client
import time
from typing import TYPE_CHECKING

from harness.process import Process

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from harness.scenario import Load

_CHUNK = 1 << 20


def faults(port: int, load: Load) -> tuple[str, ...]:
    """Say what is wrong with an answer; empty if nothing is."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        headers = dict(line.split(": ", 1) for line in load.headers)
        connection.request("GET", load.path, headers=headers)
        response = connection.getresponse()
        size = 0
        while block := response.read(_CHUNK):
            size += len(block)
    except (OSError, http.client.HTTPException) as error:
        return (f"no answer: {error!r}",)
    finally:
        connection.close()
    if response.status != 200:
        return (f"status {response.status}",)
    if size != load.body_size:
        return (f"a body of {size} bytes instead of {load.body_size}",)
    return ()


def started(command: Sequence[str], folder: Path, port: int) -> Process:
    """Start a server and wait until it gives any answer.

    Raises RuntimeError if it ends, or does not answer in time.
    """
    process = Process(command, folder)
    try:
        _wait_until_answering(port, process)
    except BaseException:
        process.end()
        raise
    return process


def _wait_until_answering(port: int, process: Process, seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not process.is_alive():
            raise RuntimeError(f"ended at once:\n{process.last_words()}")
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=seconds)
        try:
            connection.request("HEAD", "/")
            connection.getresponse().read()
            return
        except (OSError, http.client.HTTPException):
            time.sleep(0.05)
        finally:
            connection.close()
    raise RuntimeError(f"no answer within {seconds:g} s:\n{process.last_words()}")
