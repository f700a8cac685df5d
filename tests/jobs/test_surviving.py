"""A worker that lost what it cannot do without begins anew, and one that is told to stop does."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Job, Status
from sqlalchemy import text

from app import create_app
from app.jobs.engine.surviving import LostTrack
from app.jobs.worker import WorkerThread, make_worker
from app.store.db import close_db
from tests.world.database.away import away
from tests.world.patience import eventually

UNKNOWN = Job(id=4711, queue="own", lock=None, queueing_lock=None, task_name="ring", task_kwargs={})


@pytest.fixture
def workers_app(settings):
    app = create_app(settings, rehearsal=True, queue="own")
    yield app
    close_db(app)


@pytest.fixture
def as_a_worker(workers_app):
    """Do something with the app's jobs, as a worker does under its number."""

    async def doing(what):
        worker = make_worker(workers_app)
        async with worker.open_async():
            await what(worker.job_manager, await worker.job_manager.register_worker())

    def do(what):
        with ThreadPoolExecutor(1) as threads:
            threads.submit(asyncio.run, doing(what)).result()

    return do


def test_as_a_rule_its_heart_beats(as_a_worker):
    as_a_worker(lambda jobs, worker: jobs.update_heartbeat(worker))


def test_one_that_was_taken_for_dead_notices(as_a_worker):
    async def is_forgotten(jobs, worker):
        await jobs.unregister_worker(worker)
        await jobs.update_heartbeat(worker)

    with pytest.raises(LostTrack):
        as_a_worker(is_forgotten)


def test_one_that_could_not_write_down_what_it_did_gives_its_jobs_back(as_a_worker):
    async def forgets(jobs, worker):
        with pytest.raises(ConnectorException):
            await jobs.finish_job(UNKNOWN, Status.SUCCEEDED, delete_job=True)
        await jobs.update_heartbeat(worker)

    with pytest.raises(LostTrack):
        as_a_worker(forgets)


def test_one_whose_database_is_away_stops_all_the_same(workers_app, session, settings, database_server):
    def connected():
        session.rollback()
        return set(session.scalars(text("SELECT pid FROM pg_stat_activity WHERE datname = current_database()")))

    def has_begun():
        session.rollback()
        return session.scalar(text("SELECT count(*) FROM procrastinate_workers"))

    before = connected()
    with ExitStack() as afterwards:
        with WorkerThread(workers_app):
            assert eventually(has_begun)
            afterwards.enter_context(away(database_server, settings.database_url, connected() - before))
        assert eventually(lambda: "worker" not in [thread.name for thread in threading.enumerate()])
