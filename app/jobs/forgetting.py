"""The job that forgets whatever was kept for long enough, every few minutes a little."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

import procrastinate
from flask import Flask

from app.extensions import Given
from app.privacy.forget.job import Forgetting, forget
from app.store.db import db
from app.store.unit import Unit, unit

EVERY_FEW_MINUTES = "*/3 * * * *"


def register_forgetting(worker: procrastinate.App, app: Flask) -> None:
    """Give the worker this job."""

    @worker.periodic(cron=EVERY_FEW_MINUTES)
    @worker.task(name="forget", queue=app.extensions["ringdown"].queue, queueing_lock="forget")
    def forget_job(timestamp: int) -> None:  # noqa: ARG001 - every periodic job is told its minute
        forget(forgetting(app))
        own: Given = app.extensions["ringdown"]
        for journal in (own.vault.journal, own.vault.of_notes):
            with suppress(OSError):  # the doctor tells of a folder that cannot be written
                journal.tidy(own.clock())


def forgetting(app: Flask) -> Forgetting:
    """What forgetting takes, each batch in a unit of work of its own."""
    own: Given = app.extensions["ringdown"]

    @contextmanager
    def begin() -> Iterator[Unit]:
        with app.app_context(), unit(db.session) as work:
            yield work

    return Forgetting(begin, own.vault.days, own.clock)
