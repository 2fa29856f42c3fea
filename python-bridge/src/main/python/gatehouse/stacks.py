"""Python stacks as text, to show what a request or a whole process is doing.

Thread-safe. A stack is that of a moment: other threads run on while it is taken.
"""

from __future__ import annotations

import sys
import threading
import traceback


def describe(idents: list[int] | None = None) -> str:
    """Return the stacks of threads, each with its innermost call last, without a line end.

    :param idents: their ``threading.get_ident()``, those that have ended are left out; None for
        all threads that run Python code
    """
    frames = sys._current_frames()
    names = {thread.ident: thread.name for thread in threading.enumerate()}
    parts = []
    for ident in frames if idents is None else idents:
        if ident in frames:
            name = names.get(ident, "not started by threading")
            parts.append(f"Thread {name} ({ident}), most recent call last:\n")
            parts.extend(traceback.format_stack(frames[ident]))
    return "".join(parts).rstrip()
