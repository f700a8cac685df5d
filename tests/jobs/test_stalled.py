"""What a killed worker left is taken up again, each job by itself, whatever becomes of the others."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from procrastinate import App, PsycopgConnector
from procrastinate.manager import JobManager
from sqlalchemy import text

from app.clock import utc_now
from app.jobs.engine.stalled import retry_stalled
from app.store.job_queue import defer, defer_one

STALL = text("UPDATE procrastinate_jobs SET status = 'doing'")
HOW_THEY_ARE = text("SELECT task_name, status::text FROM procrastinate_jobs ORDER BY 1, 2")
NOW = timedelta()


class Slower(JobManager):
    """Of a worker that is slower than another, which takes the first job up in between."""

    async def get_stalled_jobs(self, *given, **named):
        """What is stalled, and a moment later is not."""
        jobs = list(await super().get_stalled_jobs(*given, **named))
        await self.retry_job(jobs[0])
        return jobs


@pytest.fixture
def take_up(settings):
    """Take everything up again, as this manager of jobs does."""

    async def once(manager):
        connector = PsycopgConnector(conninfo=settings.database_url.replace("+psycopg", ""))
        async with App(connector=connector).open_async():
            await retry_stalled(manager(connector), utc_now())

    def run(manager=JobManager):
        with ThreadPoolExecutor(1) as threads:
            threads.submit(asyncio.run, once(manager)).result()

    return run


@pytest.fixture
def left(session):
    """One that need not be there twice, and one more: their worker was killed."""
    defer_one(session, "ring_next", NOW, queue="calls")
    defer(session, "ring", call_id=0)
    session.execute(STALL)
    session.commit()


def jobs(session):
    session.rollback()
    return [tuple(row) for row in session.execute(HOW_THEY_ARE)]


@pytest.mark.usefixtures("left")
def test_every_job_waits_again(session, take_up):
    take_up()
    assert jobs(session) == [("ring", "todo"), ("ring_next", "todo")]


@pytest.mark.usefixtures("left")
def test_one_that_waits_already_is_not_there_twice_and_stops_no_other(session, take_up):
    defer_one(session, "ring_next", NOW, queue="calls")
    session.commit()
    take_up()
    assert jobs(session) == [("ring", "todo"), ("ring_next", "todo")]


@pytest.mark.usefixtures("left")
def test_one_that_another_worker_took_up_stops_no_other(session, take_up):
    take_up(Slower)
    assert jobs(session) == [("ring", "todo"), ("ring_next", "todo")]
