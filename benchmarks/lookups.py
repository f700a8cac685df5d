"""Row `lookups`: how long it takes to find out what somebody typed: a known name, a misspelt one, an address."""

import time
from statistics import quantiles

from app.representatives import resolve
from benchmarks.figure import Figure, Figures

KNOWN = {"town": "Holyoke", "abbreviated": "N. Andover, MA", "zip": "02130", "precinct": "Boston Ward 6 Precinct 3"}
GUESSED = {"misspelt": "Worchester", "hurried": "Sprngfield", "address": "12 Main Street, Holyoke"}
OF_THE_KNOWN, OF_THE_GUESSED = 50.0, 1000.0
BLOCK, BLOCKS = 20, 50


def measure() -> Figures:
    """Microseconds of each look-up: a known name at most 50, one that must be guessed at most a thousand."""
    known = {key: Figure(_microseconds(typed), OF_THE_KNOWN, "µs") for key, typed in KNOWN.items()}
    guessed = {key: Figure(_microseconds(typed), OF_THE_GUESSED, "µs") for key, typed in GUESSED.items()}
    return known | guessed


def _microseconds(typed: str) -> float:
    resolve(typed)
    blocks = [_block(typed) for _ in range(BLOCKS)]
    return round(quantiles(blocks, n=10)[0], 1)


def _block(typed: str) -> float:
    before = time.process_time_ns()
    for _ in range(BLOCK):
        resolve(typed)
    return (time.process_time_ns() - before) / BLOCK / 1000
