"""Row `holding`: what a legal hold keeps is sealed anew, passed by again and again meanwhile, and in the end let go."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from threading import Event, Thread

import psutil
import psycopg
from sqlalchemy import func, select

from app.calls.life.notes import NOTE
from app.clock import eastern_day, utc_now
from app.guard.keys.folder import KeyOf
from app.guard.phone_vault import PHONE
from app.jobs.forgetting import forgetting
from app.privacy.forget.job import Forgetting, forget
from app.privacy.holding.change import Wanted, begin_hold, end_hold, standing_hold
from app.store.db import db
from app.store.unit import Unit, unit
from benchmarks.cpu import Backends
from benchmarks.figure import Figure, Figures
from benchmarks.retention import NO_END, write_overdue
from benchmarks.scale import LONG
from benchmarks.world import World, world
from models import Call, Feedback

A_LOOK = 0.05  # seconds
MOST_MB = 30.0
UNTIL = timedelta(days=100)
BY = "a benchmark"


@dataclass
class Run:
    """What a run of the job took: seconds in all, at most in a transaction, of CPU, and megabytes more than before."""

    seconds: float = 0.0
    longest: float = 0.0
    cpu: float = 0.0
    batches: int = 0
    megabytes: float = 0.0


def measure() -> Figures:
    """How fast they are sealed, what a run costs while it lasts, and how long it takes once it is over."""
    calls = int(os.environ.get("SCALE") or LONG)
    with world() as here:
        write_overdue(here, calls)
        _write_numbers(here)
        hold_id = _hold(here)
        sealed, standing = _run(here), _run(here)
        _end(here, hold_id)
        let_go = _run(here)
        left = _left(here)
    return {
        "sealed_a_second": Figure(round(2 * calls / sealed.seconds, 1), None, "numbers and notes a second"),
        "sealed_cpu": Figure(round(sealed.cpu / (2 * calls) * 10**6, 1), None, "µs CPU"),
        "sealed_memory": Figure(round(sealed.megabytes, 1), MOST_MB, "MB more"),
        "sealed_longest": Figure(round(sealed.longest * 1000, 1), None, "ms in a transaction"),
        "standing_cpu": Figure(round(standing.cpu * 1000, 1), None, "ms CPU"),
        "standing_longest": Figure(round(standing.longest * 1000, 1), None, "ms in a transaction"),
        "let_go_a_second": Figure(round(2 * calls / let_go.seconds, 1), None, "numbers and notes a second"),
        "let_go_memory": Figure(round(let_go.megabytes, 1), MOST_MB, "MB more"),
        "let_go_longest": Figure(round(let_go.longest * 1000, 1), None, "ms in a transaction"),
        "left": Figure(left, 0, "numbers and notes"),
    }


def _write_numbers(here: World) -> None:
    """To each call a number of its own and a note, sealed by the keys of today."""
    days = here.own.vault.days
    with psycopg.connect(here.url) as connection, here.app.app_context():
        connection.execute("CREATE TEMPORARY TABLE sealed (call_id bigint, number bytea, note bytea)")
        ids = [call_id for (call_id,) in connection.execute("SELECT id FROM call ORDER BY id")]
        with connection.cursor().copy("COPY sealed FROM STDIN") as copied:
            for call_id in ids:
                number = days.seal(f"+1617{call_id % 10**7:07}", KeyOf.NUMBERS, purpose=PHONE)
                copied.write_row((call_id, number, days.seal("They were kind.", KeyOf.NOTES, purpose=NOTE)))
        connection.execute("UPDATE call SET phone_encrypted = number FROM sealed WHERE call_id = id")
        connection.execute(
            "INSERT INTO feedback (called_office_id, source, outcome, created_at, note_sealed)"
            " SELECT called_office.id, 'page', 'contact', call.ended_at, note FROM sealed"
            " JOIN called_office USING (call_id) JOIN call ON call.id = sealed.call_id"
        )
        connection.commit()
        connection.autocommit = True
        connection.execute("VACUUM ANALYZE")


def _hold(here: World) -> int:
    own, wanted = here.own, Wanted("A benchmark.", eastern_day(utc_now()) + UNTIL, BY)
    with here.app.app_context(), unit(db.session) as work:
        begin_hold(work.session, own.vault.days.holds, here.campaign, wanted, own.clock())
        hold = standing_hold(work.session, here.campaign)
        return hold.id if hold else 0


def _end(here: World, hold_id: int) -> None:
    """End it. Of calls that are young by now only numbers and notes are due: the rest is what `retention` measures."""
    with psycopg.connect(here.url) as connection:
        connection.execute("UPDATE call SET created_at = now() - interval '2 days'")
    with here.app.app_context(), unit(db.session) as work:
        end_hold(work.session, hold_id, here.own.clock(), BY)


def _run(here: World) -> Run:
    """Let the job run until nothing is due."""
    run, how = Run(), forgetting(here.app)
    backends = Backends(here.url)
    with _memory(run):
        began, own, others = time.monotonic(), time.process_time(), backends.spent()
        forget(replace(how, within=lambda: _timed(how, run), lasts=NO_END))
        run.seconds = time.monotonic() - began
        run.cpu = time.process_time() - own + (backends.spent() - others) / 10**9
    backends.close()
    return run


@contextmanager
def _timed(how: Forgetting, run: Run) -> Iterator[Unit]:
    began = time.monotonic()
    with how.within() as work:
        yield work
    run.longest = max(run.longest, time.monotonic() - began)


@contextmanager
def _memory(run: Run) -> Iterator[None]:
    """The most that this process took up meanwhile, more than before."""
    process, is_over = psutil.Process(), Event()
    before = process.memory_info().rss

    def look() -> None:
        while not is_over.wait(A_LOOK):
            run.megabytes = max(run.megabytes, (process.memory_info().rss - before) / 2**20)

    looking = Thread(target=look)
    looking.start()
    try:
        yield
    finally:
        is_over.set()
        looking.join()


def _left(here: World) -> int:
    numbers, notes = func.count(Call.phone_encrypted), select(func.count(Feedback.note_sealed)).scalar_subquery()
    with here.app.app_context():
        return db.session.scalar(select(numbers + notes)) or 0
