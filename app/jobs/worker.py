"""Runs jobs: on its own, or in a thread of a program that does other things as well."""

import asyncio
import select
import signal
import threading
from contextlib import suppress
from typing import Self, cast

import procrastinate
import psycopg
import structlog
from flask import Flask
from psycopg_pool import AsyncConnectionPool
from sqlalchemy.exc import SQLAlchemyError

from app.config import Settings
from app.extensions import Given
from app.jobs.engine.requests import for_every_program, within_request
from app.jobs.engine.surviving import SurvivingJobs
from app.jobs.our_database import look_at_first
from app.jobs.tasks import register_tasks
from app.store.db import db, direct_url
from app.store.unit import unit

log = structlog.get_logger()

AT_ONCE = 8
POLL_SECONDS = 10.0  # for a job of which it was told while it had no connection; see the decision record on jobs
GRACE_SECONDS = 10.0
TRIES_AGAIN_SECONDS = 2.0
GIVES_UP_SECONDS = 5.0  # what the database does not answer by then, it does not
DATABASE_IS_AWAY = (procrastinate.exceptions.ProcrastinateException, psycopg.Error, SQLAlchemyError, OSError)
NOT_FOR_EVER = {"connect_timeout": 5, "tcp_user_timeout": 5000}  # seconds, milliseconds


def make_worker(app: Flask) -> procrastinate.App:
    """Procrastinate's app with our tasks, on the app's own database."""
    own: Given = app.extensions["ringdown"]
    conninfo = _conninfo(own.settings)
    connector = procrastinate.PsycopgConnector(conninfo=conninfo)
    worker = procrastinate.App(connector=connector)
    worker.job_manager = SurvivingJobs(connector, conninfo)
    register_tasks(worker, app)
    return worker


def _conninfo(settings: Settings) -> str:
    """Of the database itself: through a pooler nobody is told of jobs."""
    return direct_url(settings).replace("postgresql+psycopg://", "postgresql://", 1)


async def _still_there(connection: psycopg.AsyncConnection) -> None:
    """Ask only a connection on which something came while it was idle: so the database tells that it goes away."""
    poll = select.poll()
    poll.register(connection.fileno(), select.POLLIN)
    if poll.poll(0):
        await AsyncConnectionPool.check_connection(connection)


async def work(app: Flask, *, until_idle: bool = False) -> None:
    """Run jobs of the app's queue: until canceled, or until none is left. What was begun is finished first.

    Nobody is rung before it is known that the do-not-call key is this database's, that nobody put it here by hand, and
    who refused since it is of.
    """
    worker, own = make_worker(app), app.extensions["ringdown"]
    with app.app_context(), unit(db.session) as looking:
        look_at_first(looking.session, own)
    pool = AsyncConnectionPool(
        _conninfo(own.settings),
        min_size=1,
        max_size=AT_ONCE + 2,
        open=False,
        check=_still_there,
        timeout=GIVES_UP_SECONDS,
        kwargs=NOT_FOR_EVER,
    )
    async with pool, worker.open_async(pool):
        await worker.run_worker_async(
            queues=[own.queue],
            concurrency=AT_ONCE,
            wait=not until_idle,
            fetch_job_polling_interval=POLL_SECONDS,
            shutdown_graceful_timeout=GRACE_SECONDS,
            install_signal_handlers=False,
            delete_jobs="successful",
            worker_middleware=[within_request, for_every_program],
        )


async def keep_working(app: Flask) -> None:
    """Run jobs until canceled; when the database goes away, wait for it and go on."""
    is_told_to_stop = cast("asyncio.Task[None]", asyncio.current_task()).cancelling
    while not is_told_to_stop():  # the engine may tell then that the database is away instead
        try:
            await work(app)
        except DATABASE_IS_AWAY as error:
            log.warning("worker_lost_the_database", error=type(error).__name__)
        if not is_told_to_stop():
            await asyncio.sleep(TRIES_AGAIN_SECONDS)


def work_until_stopped(app: Flask) -> None:
    """Run jobs until the program is told to stop: by Ctrl-C, or by whoever started it."""

    async def until_stopped() -> None:
        working = asyncio.create_task(keep_working(app))
        for stop in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(stop, working.cancel)
        with suppress(asyncio.CancelledError):
            await working

    asyncio.run(until_stopped())


class WorkerThread:
    """A worker in a thread: runs within a `with` block."""

    def __init__(self, app: Flask) -> None:
        self._loop = asyncio.new_event_loop()
        self._task = self._loop.create_task(keep_working(app))
        self._thread = threading.Thread(target=self._run, name="worker", daemon=True)

    def _run(self) -> None:
        # A runner also ends what a canceled task had begun, such as connections that were being opened.
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner, suppress(asyncio.CancelledError):
            runner.run(self._to_the_end())

    async def _to_the_end(self) -> None:
        await self._task

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._task.cancel)
        self._thread.join(GRACE_SECONDS + GIVES_UP_SECONDS)
