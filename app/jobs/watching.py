"""What a worker looks after beside its calls: what is wrong now, and what was kept long enough."""

import procrastinate
from flask import Flask

from app.calls.erasing.records import forget_records
from app.calls.odd.watch import watch
from app.calls.queue.dead_lines import tell_of_dead_lines
from app.extensions import Given
from app.jobs.lookout.worker import a_worker_is_back
from app.jobs.our_database import look_again
from app.limits.holds.change import forget_holds
from app.representatives.terms import tell_of_terms
from app.store.db import db
from app.store.unit import Unit, unit
from app.team.audit_log import forget_what_is_old

EVERY_MINUTE = "* * * * *"
EVERY_DAY = "23 8 * * *"  # in UTC: at night


def register_watching(worker: procrastinate.App, app: Flask) -> None:
    """Give the worker these jobs."""
    own: Given = app.extensions["ringdown"]

    @worker.periodic(cron=EVERY_MINUTE)
    @worker.task(name="watch", queue=own.queue, queueing_lock="watch")
    def watch_job(timestamp: int) -> None:  # noqa: ARG001 - every periodic job is told its minute
        with app.app_context(), unit(db.session) as work:
            _watch(work, own)

    @worker.periodic(cron=EVERY_DAY)
    @worker.task(name="forget_audit", queue=own.queue, queueing_lock="forget_audit")
    def forget_audit_job(timestamp: int) -> None:  # noqa: ARG001 - every periodic job is told its minute
        with app.app_context(), unit(db.session) as work:
            forget_what_is_old(work.session)
            forget_holds(work.session, own.clock())
            forget_records(work.session, own.clock())


def _watch(work: Unit, own: Given) -> None:
    now = own.clock()
    a_worker_is_back(work.session, own)  # since this one runs
    look_again(work.session, own)
    tell_of_dead_lines(work.session, now)
    tell_of_terms(work.session, now)
    watch(work.session, now, own.settings.anomalies_on)
