"""An application that computes with numpy, whose C code must live in a worker with threads."""

from __future__ import annotations

import io
from typing import Any, Callable, Iterable

import numpy as np

import contract

Environ = dict[str, Any]
StartResponse = Callable[..., Any]


def app(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    answers = {"/solve": solve, "/trace": trace}
    body = answers[environ["PATH_INFO"]](environ)
    start_response("200 OK", [("Content-Type", "application/octet-stream")])
    return [body]


def solve(environ: Environ) -> bytes:
    """Solve a system of equations whose matrix is the request body, as a file of numpy."""
    length = int(environ["CONTENT_LENGTH"])
    matrix = np.load(io.BytesIO(environ["wsgi.input"].read(length)))
    answer = io.BytesIO()
    np.save(answer, np.linalg.solve(matrix, matrix @ np.ones(len(matrix))))
    return answer.getvalue()


def trace(environ: Environ) -> bytes:
    """Multiply matrices that are large enough for the threads of the BLAS library."""
    identity = np.eye(300)
    return b"%d\n" % (identity @ identity).trace()


validated = contract.validated(app)
