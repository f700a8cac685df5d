"""Row `processes`: 1, 2 and 4 web processes with 1, 2 and 4 workers on one database: each call once, one pace."""

import asyncio
import os
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import product
from statistics import quantiles

from sqlalchemy import text

from app.store.db import db
from app.store.unit import unit
from benchmarks.burst import called_by_slow_carrier, lost, open_many_files, towns_of_one_office
from benchmarks.clicks import Crowd
from benchmarks.deployed import environment, running, wait_for
from benchmarks.figure import Figure, Figures
from benchmarks.open_loop import Answered, Due, raw, send_all
from benchmarks.slow_carrier import SlowCarrier
from benchmarks.world import World
from models.pace import MOST_AT_ONCE

CLICKS = 200  # for each number of processes; PROCESSES_CLICKS says how many
UP_TO = 4  # of each; PROCESSES says how many
SECONDS = 5.0  # within which they come
A_SECOND = 20.0  # calls that the carrier takes of all workers together
CARRIER_TAKES = 0.2
SAME_NUMBER = 12  # forms for one phone at once, which may be rung once while it rings
PATIENCE = 120.0
MANY_AT_ONCE = text(
    "INSERT INTO line_pace (e164, at_once) SELECT DISTINCT e164, CAST(:many AS smallint) FROM office_line"
    " ON CONFLICT (e164) DO UPDATE SET at_once = excluded.at_once"
)
LET_GO = text("UPDATE call SET holds_line = NULL WHERE holds_line IS NOT NULL")


def measure() -> Figures:
    """Of each number of processes: who was lost or rung twice, the pace of all workers together, and the answers."""
    open_many_files()
    clicks, up_to = int(os.environ.get("PROCESSES_CLICKS") or CLICKS), int(os.environ.get("PROCESSES") or UP_TO)
    sizes = [size for size in (1, 2, 4) if size <= up_to]
    figures: dict[str, Figure] = {}
    with called_by_slow_carrier(CARRIER_TAKES, A_SECOND) as (here, carrier):
        tried = Tried(here, carrier, Crowd(here), towns_of_one_office(here), clicks)
        for web, workers in product(sizes, sizes):
            figures |= _with(tried, web, workers)
    return figures


@dataclass(frozen=True)
class Tried:
    """What is tried with each number of processes: so many who click, of these towns, and the carrier that rings."""

    here: World
    carrier: SlowCarrier
    crowd: Crowd
    towns: Sequence[str]
    clicks: int


def _let_lines_take_many(here: World) -> None:
    """No call ends here, and each takes up its office's line: those of before let go of it."""
    with here.app.app_context(), unit(db.session) as work:
        work.session.execute(MANY_AT_ONCE, {"many": MOST_AT_ONCE})
        work.session.execute(LET_GO)


def _with(tried: Tried, web: int, workers: int) -> Figures:
    here, carrier, clicks = tried.here, tried.carrier, tried.clicks
    settings = environment(here.own.settings)
    before = len(carrier.rung)
    _let_lines_take_many(here)
    with ExitStack() as stack:
        stack.enter_context(running("serve", settings | {"WEB_PROCESSES": str(web)}))
        for _ in range(workers):
            stack.enter_context(running("worker", settings))
        wait_for(f"{here.own.settings.public_base_url}/readyz")
        (_, same), *forms = tried.crowd.click(clicks + 1, tried.towns)
        requests = [*(raw(form) for _, form in forms), *[raw(same)] * SAME_NUMBER]
        due = [Due(nth * SECONDS / len(requests), request) for nth, request in enumerate(requests)]
        answers = asyncio.run(send_all(int(here.own.settings.port), due))
        _wait_until(lambda: len(carrier.rung) - before > clicks)
    rung = carrier.rung[before:]
    name = f"{web}x{workers}"
    return {
        f"{name}_lost": Figure(lost(answers), 0, "clicks"),
        f"{name}_not_rung": Figure(clicks + 1 - len({phone for phone, _ in rung}), 0, "phones"),
        f"{name}_rung_twice": Figure(len(rung) - len({phone for phone, _ in rung}), 0, "phones"),
        f"{name}_pace": Figure(_fastest_second(rung), A_SECOND + 1, "calls in one second"),
        f"{name}_click_p99": Figure(_p99(answers), None, "ms"),
    }


def _wait_until(is_so: Callable[[], bool]) -> None:
    """Wait until it is so, or has not been for long: then the figures say it."""
    until = time.monotonic() + PATIENCE
    while not is_so() and time.monotonic() < until:
        time.sleep(0.1)


def _fastest_second(rung: Sequence[tuple[str, float]]) -> int:
    """The most calls that the carrier was asked for within any second."""
    times = sorted(at for _, at in rung)
    return max((sum(begin <= at < begin + 1 for at in times) for begin in times), default=0)


def _p99(answers: Sequence[Answered]) -> float:
    return round(quantiles([took for one in answers for took in one.took], n=100)[98] * 1000, 1)
