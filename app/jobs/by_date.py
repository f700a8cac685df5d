"""The job that moves campaigns by the clock: each begins, goes on and ends at the dates that were given."""

from datetime import datetime

import procrastinate
from flask import Flask
from sqlalchemy.orm import Session

from app.campaigns.state.by_date import Moved, move_by_date
from app.extensions import Given
from app.store.alerts import alert_over
from app.store.db import db
from app.store.unit import unit
from app.team.audit import record
from models import AlertKind, AuditAct

EVERY_MINUTE = "* * * * *"
BY = "its date"  # nobody did it


def register_dates(worker: procrastinate.App, app: Flask) -> None:
    """Give the worker this job."""
    own: Given = app.extensions["ringdown"]

    @worker.periodic(cron=EVERY_MINUTE)
    @worker.task(name="move_by_date", queue=own.queue, queueing_lock="move_by_date")
    def move_by_date_job(timestamp: int) -> None:  # noqa: ARG001 - every periodic job is told its minute
        with app.app_context(), unit(db.session) as work:
            move_campaigns(work.session, own.clock())


def move_campaigns(session: Session, now: datetime) -> None:
    """Move them, and write down what was moved; one that rings again or has ended is no longer told to be paused."""
    for moved in move_by_date(session, now):
        alert_over(session, AlertKind.PLACING_PAUSED, str(moved.id), now=now)
        _write_down(session, moved, now)


def _write_down(session: Session, moved: Moved, now: datetime) -> None:
    record(
        session,
        at=now,
        who=BY,
        act=AuditAct.CAMPAIGN_CHANGED,
        subject=f"the state of {moved.subject}",
        campaign_id=moved.id,
        before={"state": moved.before},
        after={"state": moved.after},
    )
