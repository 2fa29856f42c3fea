"""What can go wrong between an application, its gateway and its client."""

from __future__ import annotations


class ContractError(Exception):
    """An application broke a rule of PEP 3333; the message says which, and how to keep it."""


class BodyError(OSError):
    """The request body is broken or short, mostly because its client went away."""


class ClientGone(ConnectionError):  # noqa: N818 - an event, not an error
    """The client takes no more of the response."""


class RequestTimeout(BaseException):
    """Raised inside an application whose request ran out of time.

    Not an ``Exception``, so that an ``except Exception`` in the application lets it through.
    """
