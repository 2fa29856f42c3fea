"""Ends what a thread is doing."""

from __future__ import annotations

import ctypes

from .faults import RequestTimeout


def cancel(ident: int) -> None:
    """Take back an interrupt that has not reached its thread."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(ident), ctypes.py_object())


def interrupt(ident: int) -> None:
    """Raise RequestTimeout in a thread as soon as it executes Python code."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(
        ctypes.c_ulong(ident), ctypes.py_object(RequestTimeout)
    )
