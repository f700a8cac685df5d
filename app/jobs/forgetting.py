"""The job that forgets whatever was kept for long enough, every few minutes a little."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime

import procrastinate
from flask import Flask
from sqlalchemy.orm import Session

from app.calls.shown.log.page import campaign_subjects
from app.extensions import Given
from app.privacy.forget.job import Forgetting, forget
from app.privacy.holding.change import end_due_holds, tell_beside_keys
from app.store.db import db
from app.store.unit import Unit, unit
from app.team.audit import record
from models import AuditAct, LegalHold

EVERY_FEW_MINUTES = "*/3 * * * *"
BY = "its date"  # nobody did it


def register_forgetting(worker: procrastinate.App, app: Flask) -> None:
    """Give the worker this job."""

    @worker.periodic(cron=EVERY_FEW_MINUTES)
    @worker.task(name="forget", queue=app.extensions["ringdown"].queue, queueing_lock="forget")
    def forget_job(timestamp: int) -> None:  # noqa: ARG001 - every periodic job is told its minute
        end_holds(forgetting(app))
        forget(forgetting(app))
        own: Given = app.extensions["ringdown"]
        for journal in (own.vault.journal, own.vault.of_notes):
            with suppress(OSError):  # the doctor tells of a folder that cannot be written
                journal.tidy(own.clock())


def end_holds(how: Forgetting) -> None:
    """End the legal holds whose day is over, and have it written down, here and beside the keys, how each stands."""
    with how.within() as work:
        for hold in end_due_holds(work.session, how.clock()):
            _write_down(work.session, hold, how.clock())
    with how.within() as work:
        tell_beside_keys(work.session, how.vault.days.holds)


def _write_down(session: Session, hold: LegalHold, now: datetime) -> None:
    subject = campaign_subjects(session, frozenset({hold.campaign_id}))[hold.campaign_id]
    act, after = AuditAct.LEGAL_HOLD_ENDED, {"ended": f"its last day, {hold.until:%B} {hold.until.day}, is over"}
    record(session, at=now, who=BY, act=act, subject=subject, campaign_id=hold.campaign_id, after=after)


def forgetting(app: Flask) -> Forgetting:
    """What forgetting takes, each batch in a unit of work of its own."""
    own: Given = app.extensions["ringdown"]

    @contextmanager
    def begin() -> Iterator[Unit]:
        with app.app_context(), unit(db.session) as work:
            yield work

    return Forgetting(begin, own.vault, own.clock)
