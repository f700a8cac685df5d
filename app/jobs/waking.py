"""Wakes the worker for each job as soon as it may run, so that it need not ask all the time whether there is one."""

import asyncio
import json
from collections.abc import Iterable
from contextlib import suppress

import psycopg
from procrastinate import PsycopgConnector
from procrastinate.jobs import Job, Status
from procrastinate.manager import JobManager, NotificationCallback, get_channel_for_queues
from psycopg import sql

from app.store.job_queue import SCHEDULED

ASKS_AFTER = 30.0  # seconds without a word: is the database still there?
TRIES_AGAIN = 1.0
GIVES_UP = 5000  # milliseconds without an answer
A_LITTLE_LATER = 0.002  # who comes a moment too early finds nothing, and looks again much later


class PromptJobs(JobManager):
    """The job engine's, which loses no notification, and is also told of jobs that are to run at some moment.

    The worker forgets, when it has looked for a job, whatever it was told meanwhile: of a job that was written down
    while it looked, and found none, it would hear no more. Nor does it look when a job is over for which others of its
    turn waited.
    """

    def __init__(self, connector: PsycopgConnector, conninfo: str) -> None:
        super().__init__(connector)
        self._conninfo = conninfo
        self._told = 0
        self._on_notification: NotificationCallback | None = None
        self._later: set[asyncio.Task[None]] = set()

    async def fetch_job(self, queues: Iterable[str] | None, worker_id: int) -> Job | None:
        """Look for a job, and again if one came meanwhile."""
        job, told = None, None
        while job is None and told != self._told:
            told = self._told
            job = await super().fetch_job(queues=queues, worker_id=worker_id)
        return job

    async def finish_job(self, job: Job, status: Status, delete_job: bool) -> None:
        """Write down that a job is done, and let the next of its turn begin."""
        await super().finish_job(job, status, delete_job)
        if job.lock and self._on_notification:
            await self._wake(self._on_notification)

    async def listen_for_jobs(
        self, *, on_notification: NotificationCallback, queues: Iterable[str] | None = None
    ) -> None:
        """Pass on what is told of jobs, at the moment from which they may run; a lost connection is made again."""
        self._on_notification = on_notification
        while True:
            with suppress(psycopg.OperationalError):
                await self._listen(on_notification, get_channel_for_queues(queues))
            await asyncio.sleep(TRIES_AGAIN)

    async def _listen(self, on_notification: NotificationCallback, channels: Iterable[str]) -> None:
        connecting = psycopg.AsyncConnection.connect(self._conninfo, autocommit=True, tcp_user_timeout=GIVES_UP)
        async with await connecting as connection:
            for channel in channels:
                await connection.execute(sql.SQL("LISTEN {}").format(sql.Identifier(channel)))
            await self._wake(on_notification)  # for what came before
            while True:
                async for it in connection.notifies(timeout=ASKS_AFTER):
                    self._hear(json.loads(it.payload), on_notification)
                await connection.execute("SELECT 1")

    def _hear(self, told: dict[str, object], on_notification: NotificationCallback) -> None:
        wait = float(str(told["wait"])) + A_LITTLE_LATER if told["type"] == SCHEDULED else 0
        waking = asyncio.create_task(self._wake(on_notification, wait))
        self._later.add(waking)
        waking.add_done_callback(self._later.discard)

    async def _wake(self, on_notification: NotificationCallback, wait: float = 0) -> None:
        await asyncio.sleep(wait)
        self._told += 1
        await on_notification(channel="", notification={"type": "job_inserted", "job_id": 0})
