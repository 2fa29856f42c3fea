"""Ends what a thread is doing."""

from __future__ import annotations

import ctypes

from .faults import RequestTimeout


def interrupt(ident: int) -> None:
    """Raise RequestTimeout in a thread as soon as it executes Python code."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(
        ctypes.c_ulong(ident), ctypes.py_object(RequestTimeout)
    )
