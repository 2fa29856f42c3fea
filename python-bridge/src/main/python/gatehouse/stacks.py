"""Python stacks as text, to show what a request or a whole process is doing.

Thread-safe. A stack is that of a moment: other threads run on while it is taken.
"""

from __future__ import annotations

import sys
import threading
import traceback
from types import FrameType


def stack_of(thread_id: int) -> str:
    """Return the stack of one thread, innermost call last, without a line end.

    :param thread_id: its ``threading.get_ident()``
    :return: a line that names the thread, then its calls; or a line that says that it has ended
    """
    frame = sys._current_frames().get(thread_id)
    if frame is None:
        return f"Thread {thread_id} has ended"
    return _described(thread_id, frame)


def all_stacks() -> str:
    """Return the stacks of all threads that run Python code, with an empty line between them.

    In the order of their start, as far as ``threading`` knows them; then those of others.
    """
    frames = sys._current_frames()
    known = [thread.ident for thread in threading.enumerate() if thread.ident in frames]
    others = sorted(frames.keys() - set(known))
    return "\n\n".join(_described(ident, frames[ident]) for ident in [*known, *others])


def _described(thread_id: int, frame: FrameType) -> str:
    lines: list[str] = [f"Thread {thread_id} ({_name(thread_id)}), most recent call last:\n"]
    lines += traceback.format_stack(frame)
    return "".join(lines).rstrip()


def _name(thread_id: int) -> str:
    names = (thread.name for thread in threading.enumerate() if thread.ident == thread_id)
    return next(names, "not started by threading")
