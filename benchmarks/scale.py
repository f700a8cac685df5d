"""Row `scale`: what organizers' pages and the worker's sweeps take with a long log behind them, and with a short one.

The long one has a million calls, or as many as SCALE says. The short one is a copy of what it was before it grew, so
that whatever a process remembers of either is the same, and the two take turns.
"""

import os
import time
from collections.abc import Mapping

import psycopg

from app.clock import utc_now
from benchmarks.figure import TIMES, Figure, Figures
from benchmarks.long_log import LOOKS_FOR_WORDS, Work, pages, sweeps
from benchmarks.signed_in import SignedIn
from benchmarks.world import World, empty_database, fill, opened
from tests.world.database.many_calls import write_calls

SHORT, LONG = 10_000, 1_000_000
MOST_MS, MOST_GROWTH = 50.0, 1.5
NOTHING_MS = 1.0  # what takes less grows from this
TRIES = 25


def measure() -> Figures:
    """Milliseconds with the long log, and how many times those with the short one."""
    calls = wanted_calls()
    with empty_database() as url:
        campaign = fill(url)
        write_log(url, campaign, 0, SHORT)
        with empty_database(copy_of=url) as as_it_was:
            write_log(url, campaign, SHORT, calls)
            with opened(as_it_was, campaign) as short, opened(url, campaign) as long:
                few, many = _asked(short), _asked(long)
                return {key: one for name, work in many.items() for key, one in _figures(name, few[name], work).items()}


def wanted_calls() -> int:
    """How many calls the long log has.

    Raises:
        ValueError: SCALE is no number, or one of a log that is no longer than the short one.
    """
    calls = int(os.environ.get("SCALE") or LONG)
    if calls <= SHORT:
        raise ValueError(f"SCALE={calls}: the long log must have more calls than the short one, which has {SHORT}")
    return calls


def _asked(here: World) -> Mapping[str, Work]:
    return {**pages(here, SignedIn(here)), **sweeps(here)}


def _figures(name: str, few: Work, many: Work) -> Figures:
    """Each is tried often, in turns; the shortest counts, for what other programs do meanwhile makes none shorter."""
    tries = [(_milliseconds(few), _milliseconds(many)) for _ in range(TRIES)]
    before, after = (min(took) for took in zip(*tries, strict=True))
    most_ms, most_growth = (None, None) if name in LOOKS_FOR_WORDS else (MOST_MS, MOST_GROWTH)
    growth = Figure(round(after / max(before, NOTHING_MS), 2), most_growth, TIMES)
    return {name: Figure(round(after, 2), most_ms, "ms"), f"{name}_growth": growth}


def _milliseconds(work: Work) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def write_log(url: str, campaign: int, begin: int, end: int) -> None:
    """Let the log have so many calls, and the database see what is in it."""
    with psycopg.connect(url) as connection:
        write_calls(connection, range(begin, end), campaign=campaign, now=utc_now(), alone=True)
        connection.autocommit = True
        connection.execute("VACUUM ANALYZE")
