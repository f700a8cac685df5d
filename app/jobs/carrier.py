"""Asks the carrier now and then how our account stands, so that pages and probes know without asking."""

import procrastinate
from flask import Flask

from app.carrier_setup.looked import keep_looked
from app.extensions import Given
from app.store.db import db
from app.store.unit import unit

EVERY_TEN_MINUTES = "4-59/10 * * * *"


def register_looking(worker: procrastinate.App, app: Flask) -> None:
    """Give the worker this job."""
    own: Given = app.extensions["ringdown"]

    @worker.periodic(cron=EVERY_TEN_MINUTES)
    @worker.task(name="look_at_carrier", queue=own.queue, queueing_lock="look_at_carrier")
    def look_at_carrier_job(timestamp: int) -> None:  # noqa: ARG001 - every periodic job is told its minute
        config = own.account.settings()
        if not config.has_carrier:
            return
        looked = own.look(config)
        with app.app_context(), unit(db.session) as work:
            keep_looked(work.session, looked, own.clock())
