"""Side-by-side runs: contenders on loopback, driven with wrk in interleaved rounds.

Standard library only. A row of the results is declared in ``rows``; what it takes to start one
server is a class in ``contenders``; everything else knows neither.
"""
