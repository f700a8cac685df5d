"""The job that moves campaigns by the clock: each begins, goes on and ends at the dates that were given."""

from datetime import datetime

import procrastinate
from flask import Flask
from sqlalchemy.orm import Session

from app.campaigns.state.by_date import Moved, move_by_date
from app.campaigns.state.number import still_kept
from app.clock import eastern_day
from app.extensions import Given
from app.guard.phone_numbers import national
from app.store.alerts import alert_over, others_over, raise_alert
from app.store.db import db
from app.store.unit import unit
from app.team.audit import record
from models import AlertKind, AuditAct

EVERY_MINUTE = "* * * * *"
BY = "its date"  # nobody did it
NUMBER_KEPT = "{number} was to stay with “{subject}” until {until}. Keep it longer, or let it go."
STATE_PAGE = "/organizers/campaigns/{id}/state"


def register_dates(worker: procrastinate.App, app: Flask) -> None:
    """Give the worker this job."""
    own: Given = app.extensions["ringdown"]

    @worker.periodic(cron=EVERY_MINUTE)
    @worker.task(name="move_by_date", queue=own.queue, queueing_lock="move_by_date")
    def move_by_date_job(timestamp: int) -> None:  # noqa: ARG001 - every periodic job is told its minute
        with app.app_context(), unit(db.session) as work:
            move_campaigns(work.session, own.clock())
            tell_numbers(work.session, own.clock())


def move_campaigns(session: Session, now: datetime) -> None:
    """Move them, and write down what was moved; one that rings again or has ended is no longer told to be paused."""
    for moved in move_by_date(session, now):
        alert_over(session, AlertKind.PLACING_PAUSED, str(moved.id), now=now)
        _write_down(session, moved, now)


def tell_numbers(session: Session, now: datetime) -> None:
    """No number of an ended campaign goes away by itself: once its day is past, organizers are asked."""
    kept = still_kept(session, eastern_day(now))
    for one in kept:
        until = f"{one.number_kept_until:%B} {one.number_kept_until.day}"
        sentence = NUMBER_KEPT.format(number=national(one.phone_number), subject=one.subject, until=until)
        raise_alert(session, AlertKind.NUMBER_KEPT, str(one.id), sentence, link=STATE_PAGE.format(id=one.id), now=now)
    others_over(session, AlertKind.NUMBER_KEPT, [str(one.id) for one in kept], now=now)


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
