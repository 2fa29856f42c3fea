"""Says hello with Flask."""

from __future__ import annotations

from flask import Flask

application = Flask(__name__)


@application.route("/")
def hello() -> tuple[str, dict[str, str]]:
    """Answer 13 bytes."""
    return "Hello, world\n", {"Content-Type": "text/plain"}
