"""Row `retention`: all that is overdue is sealed and forgotten, while the carrier asks and tells of calls under way."""

import asyncio
import multiprocessing
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from statistics import quantiles

import psycopg
from sqlalchemy import delete, func, insert, literal, select, text, union_all
from sqlalchemy.orm import Session

from app.clock import utc_now
from app.jobs.forgetting import forgetting
from app.privacy.forget.job import forget
from app.statistics.adding import added
from app.statistics.anew.rebuilding import open_days
from app.statistics.cells import of_calls, of_offices, stances
from app.statistics.counting import count
from app.statistics.days import calls_within
from app.statistics.facts import calls_now, offices_now
from app.statistics.recount import OF_CALL, OF_OFFICE, PLUS
from app.statistics.verifying import differences
from app.store.db import db
from app.store.unit import unit
from benchmarks.burst import called_by_slow_carrier, life, lost, open_many_files, spread
from benchmarks.clicks import Crowd
from benchmarks.deployed import environment, running, wait_for
from benchmarks.figure import Figure, Figures
from benchmarks.lives import Lives
from benchmarks.open_loop import Answered, Due, raw, send_all
from benchmarks.scale import LONG
from benchmarks.world import World, opened
from models import Call, CountedCall, CountedOffice, CountOfDay, CountOfHour, CountOfMonth, CountOfOffice, CountOfTown
from tests.world.database.many_calls import write_calls

OVERDUE = timedelta(days=100)
EVERY = "2 seconds"  # a call: days of 43,200 of them
TALKING = 100  # calls under way within a minute, of each seven requests of the carrier
BETWEEN_COUNTS, A_MOMENT = 3.0, 0.5  # seconds
NO_END = 24 * 3600.0  # seconds
MOST_MS = 250.0


def measure() -> Figures:
    """How long the carrier waits meanwhile, how long it takes, and whether what was counted is as it was."""
    calls = int(os.environ.get("SCALE") or LONG)
    open_many_files()
    with called_by_slow_carrier() as (here, _), running("serve", environment(here.own.settings)):
        wait_for(f"{here.own.settings.public_base_url}/healthz")
        write_overdue(here, calls)
        crowd = Crowd(here)
        _warm_up(here, crowd)
        alone = _a_minute(here, crowd)
        began, answers = time.monotonic(), list[Answered]()
        with _process(count_on, here), _process(forget_all, here) as forgets:
            while forgets.is_alive():
                answers += _a_minute(here, crowd)
        seconds = time.monotonic() - began
        left, differ = _left(here), _differences(here)
    before, took = _milliseconds(alone), _milliseconds(answers)
    return {
        "alone_worst": Figure(round(max(before), 1), None, "ms"),
        "webhook_worst": Figure(round(max(took), 1), MOST_MS, "ms"),
        "webhook_p99": Figure(round(quantiles(took, n=100)[98], 1), None, "ms"),
        "webhooks_lost": Figure(lost(answers), 0, "webhooks"),
        "left": Figure(left, 0, "calls"),
        "differences": Figure(differ, 0, "cells"),
        "seconds": Figure(round(seconds, 1), None, "s"),
    }


def write_overdue(here: World, calls: int) -> None:
    """So many calls that are long overdue, each of them counted."""
    with psycopg.connect(here.url) as connection:
        long_ago = utc_now() - OVERDUE
        write_calls(connection, range(calls), campaign=here.campaign, now=long_ago, every=EVERY, alone=True)
        connection.autocommit = True
        connection.execute("VACUUM ANALYZE")
    with here.app.app_context():
        _count(db.session)
        db.session.commit()


def _count(session: Session) -> None:
    """Count them all, as the worker would have done by then; a day at once."""
    session.execute(text("SET LOCAL statement_timeout = 0"))
    days = open_days(session)
    for model in (CountOfHour, CountOfDay, CountOfMonth, CountOfOffice, CountOfTown):
        session.execute(delete(model))
    for day in days:
        session.execute(insert(CountedCall).from_select(OF_CALL, calls_now(*calls_within(day))))
        session.execute(insert(CountedOffice).from_select(OF_OFFICE, offices_now(*calls_within(day))))
        calls = select(CountedCall).where(CountedCall.day == day).cte("call_counted")
        offices = select(CountedOffice).where(CountedOffice.call_id.in_(select(calls.c.call_id))).cte("office_counted")
        cells = union_all(of_calls(calls, PLUS), stances(offices, calls, PLUS)).cte("cell")
        of_office = of_offices(offices, calls, PLUS).cte("office_cell")
        session.execute(select(literal(1)).add_cte(*added(cells, of_office, literal(day))))


@contextmanager
def _process(work: Callable[[str, int], None], here: World) -> Iterator[multiprocessing.process.BaseProcess]:
    """A process that does a part of what a worker does: nobody else is rung meanwhile."""
    process = multiprocessing.get_context("spawn").Process(target=work, args=(here.url, here.campaign))
    process.start()
    try:
        yield process
    finally:
        process.terminate()
        process.join()


def forget_all(url: str, campaign: int) -> None:
    """Forget until nothing is due."""
    with opened(url, campaign) as here:
        forget(replace(forgetting(here.app), lasts=NO_END))


def count_on(url: str, campaign: int) -> None:
    """Count what happens."""
    with opened(url, campaign) as here:
        while True:
            with here.app.app_context(), unit(db.session) as work:
                count(work, here.own.clock)
            time.sleep(BETWEEN_COUNTS)


def _milliseconds(answers: Sequence[Answered]) -> list[float]:
    return [it * 1000 for one in answers for it in one.took]


def _warm_up(here: World, crowd: Crowd) -> None:
    """A call from its beginning to its end: what a server does for the first time is measured elsewhere."""
    requests = [Due(nth * A_MOMENT, raw(one)) for nth, one in enumerate(life(Lives.begun(here, crowd, 1)))]
    asyncio.run(send_all(int(here.own.settings.port), requests))


def _a_minute(here: World, crowd: Crowd) -> list[Answered]:
    """All that the carrier asks and tells of some calls, evenly."""
    requests = spread([raw(one) for one in life(Lives.begun(here, crowd, TALKING))])
    return asyncio.run(send_all(int(here.own.settings.port), requests))


def _left(here: World) -> int:
    """How many calls are overdue still."""
    with here.app.app_context():
        overdue = select(func.count()).select_from(Call).where(Call.created_at < utc_now() - OVERDUE)
        return db.session.scalar(overdue) or 0


def _differences(here: World) -> int:
    """In how many cells statistics are not what was sealed, or what a recount says."""
    with here.app.app_context():
        return sum(1 for _ in differences(db.session))
