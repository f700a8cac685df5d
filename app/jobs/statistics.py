"""The job that counts what happened, every few seconds: pages read what it wrote, and never the calls."""

import procrastinate
from flask import Flask

from app.extensions import Given
from app.statistics.counting import count
from app.store.db import db
from app.store.unit import unit

EVERY_3_SECONDS = "* * * * * */3"


def register_statistics(worker: procrastinate.App, app: Flask) -> None:
    """Give the worker this job; of several workers one counts at a time."""
    own: Given = app.extensions["ringdown"]

    @worker.periodic(cron=EVERY_3_SECONDS)
    @worker.task(name="count_calls", queue=own.queue, queueing_lock="count_calls", lock="count_calls")
    def count_calls_job(timestamp: int) -> None:  # noqa: ARG001 - every periodic job is told its moment
        with app.app_context(), unit(db.session) as work:
            count(work, own.clock)
