"""The job that forgets what was kept for long enough, and seals the rest by the newest key, a little at a time."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime

import procrastinate
from flask import Flask
from sqlalchemy.orm import Session

from app.calls.shown.log.page import campaign_subjects
from app.extensions import Given
from app.guard.keys.wrapping import wrap_anew
from app.guard.seals.column import SealedColumn, seal_anew
from app.guard.seals.first import note_first
from app.privacy.carried import carry_numbers
from app.privacy.forget.job import PAUSE, Forgetting, forget
from app.privacy.holding.change import end_due_holds, tell_beside_keys
from app.readiness.keys.every_seal import EVERY_SEAL
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
        seal_by_newest(forgetting(app))
        end_holds(forgetting(app))
        forget(forgetting(app))
        own: Given = app.extensions["ringdown"]
        for journal in (own.vault.journal, own.vault.of_notes):
            with suppress(OSError):  # the doctor tells of a folder that cannot be written
                journal.tidy(own.clock())


def seal_by_newest(how: Forgetting) -> None:
    """Whatever an older of the settings' keys alone opens, so that it can be taken away; nothing where there is none.

    Each batch is kept by itself: whoever is killed left nothing half done, and the next goes on.
    """
    if not how.vault.seals.has_older:
        return
    with how.within() as work:
        note_first(work.session, how.vault.seals, how.clock())
    for of in EVERY_SEAL:
        _seal_anew(how, of)
    with suppress(OSError):  # the doctor tells of a folder that cannot be written
        wrap_anew(how.vault.days.folder)
        while _carried(how):
            how.pause(PAUSE)


def _seal_anew(how: Forgetting, of: SealedColumn) -> None:
    after: int | None = 0
    while after is not None:
        with how.within() as work:
            after = seal_anew(work.session, how.vault.seals, of, after)
        how.pause(PAUSE)


def _carried(how: Forgetting) -> int:
    with how.within() as work:
        return carry_numbers(work.session, how.vault)


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
