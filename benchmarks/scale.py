"""Row `scale`: what organizers' pages and the worker's sweeps take with a long log behind them, and with a short one.

The long one has a million calls, or as many as SCALE says.
"""

import os
import time
from collections.abc import Mapping
from itertools import pairwise

import psycopg

from app.clock import utc_now
from benchmarks.figure import TIMES, Figure, Figures
from benchmarks.long_log import Work, pages, sweeps
from benchmarks.signed_in import SignedIn
from benchmarks.world import World, world
from tests.world.database.many_calls import write_calls

SHORT, LONG = 10_000, 1_000_000
AT_ONCE = 100_000  # calls that are written in one transaction
MOST_MS, MOST_GROWTH = 50.0, 1.5
NOTHING_MS = 1.0  # what takes less grows from this
TRIES = 15


def measure() -> Figures:
    """Milliseconds with the long log, and how many times those with the short one."""
    long = int(os.environ.get("SCALE") or LONG)
    with world() as here:
        organizer = SignedIn(here)
        _write(here, 0, SHORT)
        before = _timed(_asked(here, organizer))
        _write(here, SHORT, long)
        after = _timed(_asked(here, organizer))
    took = {name: Figure(round(ms, 2), MOST_MS, "ms") for name, ms in after.items()}
    grew = {f"{name}_growth": _growth(before[name], ms) for name, ms in after.items()}
    return {name: figure for pair in zip(took.items(), grew.items(), strict=True) for name, figure in pair}


def _growth(before: float, after: float) -> Figure:
    return Figure(round(after / max(before, NOTHING_MS), 2), MOST_GROWTH, TIMES)


def _write(here: World, begin: int, end: int) -> None:
    """Let the log have so many calls, and the database see what is in it."""
    now = utc_now()
    with psycopg.connect(here.url) as connection:
        for one, following in pairwise([*range(begin, end, AT_ONCE), end]):
            write_calls(connection, range(one, following), campaign=here.campaign, now=now)
        connection.commit()
        connection.autocommit = True
        connection.execute("VACUUM ANALYZE")


def _asked(here: World, organizer: SignedIn) -> Mapping[str, Work]:
    return {**pages(here, organizer), **sweeps(here)}


def _timed(what: Mapping[str, Work]) -> dict[str, float]:
    return {name: _milliseconds(work) for name, work in what.items()}


def _milliseconds(work: Work) -> float:
    """The shortest of some tries: what other programs do meanwhile makes none of them shorter."""
    return min(_once(work) for _ in range(TRIES))


def _once(work: Work) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000
