"""Have a system of equations solved: numpy_solver.py URL SIZE."""

from __future__ import annotations

import io
import sys
import urllib.request

import numpy as np

url, size = sys.argv[1], int(sys.argv[2])
matrix = np.random.default_rng(7).random((size, size)) + size * np.eye(size)
body = io.BytesIO()
np.save(body, matrix)
with urllib.request.urlopen(url + "solve", body.getvalue(), timeout=60) as response:
    solution = np.load(io.BytesIO(response.read()))
assert np.allclose(solution, np.ones(size)), solution
print(f"solved {size} equations")
