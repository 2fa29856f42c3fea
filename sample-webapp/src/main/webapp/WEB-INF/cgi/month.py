#!/usr/bin/env python3
"""This month."""

from calendar import month
from datetime import date

today = date.today()
print("Content-Type: text/plain; charset=utf-8")
print()
print(month(today.year, today.month), end="")
