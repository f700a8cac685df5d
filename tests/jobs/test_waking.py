"""A worker sleeps until there is a job, and is there for it at once: neither asks nor waits."""

import time
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from app import create_app
from app.jobs.worker import WorkerThread
from app.store.db import close_db, db
from app.store.job_queue import defer, defer_in_turn, defer_one, defer_until
from tests.world.patience import PATIENCE

OWN = "own"  # a queue, of a worker that takes nobody's turns: nothing is due by itself
NOBODY = {"call_id": 0}
GAPS = [nth / 20_000 for nth in range(80)]  # seconds: within some of them the worker is just looking for the second job
LATE = 8.0  # seconds; the worker looks by itself after ten
LAST_ASKED = (
    "SELECT pid, query_start FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid() ORDER BY pid"
)


@pytest.fixture
def worker(settings, session):
    app = create_app(settings, rehearsal=True, queue=OWN)
    with WorkerThread(app):
        defer(session, "ring", queue=OWN, **NOBODY)
        session.commit()
        assert done_after(session) < PATIENCE
        yield
    close_db(app)


def done_after(session):
    """After how many seconds no job is left."""
    began = time.monotonic()
    while session.scalar(text("SELECT count(*) FROM procrastinate_jobs")) and time.monotonic() - began < PATIENCE:
        session.rollback()
        time.sleep(0.002)
    session.rollback()
    return time.monotonic() - began


def commits_two(session, other, gap):
    """Two jobs, committed with so many seconds between them."""
    for one in (session, other):
        defer(one, "ring", queue=OWN, **NOBODY)
    session.commit()
    time.sleep(gap)
    other.commit()


def test_every_job_is_begun_when_it_is_committed(session, worker):
    took = []
    with Session(db.engine) as other:
        for gap in GAPS:
            commits_two(session, other, gap)
            took.append(done_after(session))
    assert max(took) < LATE


def test_a_job_is_begun_at_its_moment(session, worker):
    began = time.monotonic()
    defer_until(session, "ring", timedelta(seconds=0.5), queue=OWN, **NOBODY)
    session.commit()
    assert done_after(session) < LATE
    assert time.monotonic() - began > 0.4


def test_of_jobs_that_run_in_turn_each_begins_when_the_one_before_is_done(session, worker):
    for _ in range(3):
        defer_in_turn(session, "ring", "in turn", queue=OWN, **NOBODY)
    session.commit()
    assert done_after(session) < LATE


def test_a_job_that_need_not_be_there_twice_is_there_once(session):
    for _ in range(2):
        defer_one(session, "ring_next", timedelta(seconds=5), queue=OWN)
    session.commit()
    assert session.scalar(text("SELECT count(*) FROM procrastinate_jobs")) == 1


def test_a_worker_that_waits_asks_nothing(worker):
    def asks_nothing_for(seconds):
        before = onlooker.execute(text(LAST_ASKED)).all()
        time.sleep(seconds)
        return onlooker.execute(text(LAST_ASKED)).all() == before

    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as onlooker:
        assert any(asks_nothing_for(2) for _ in range(3))  # but that it lives, and that is seldom
