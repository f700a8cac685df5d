"""Forgets what waits for nobody any more: pages that showed a code, jobs that failed, consents of long ago, slots."""

from datetime import datetime

from sqlalchemy import ColumnElement, delete, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.calls.held import is_held, is_of_held_call
from app.privacy.forget.along import Along
from app.privacy.forget.times import CODE_OF_A_PAGE, CONSENT, EXACT, SLOT
from app.store.job_queue import forget_over
from models import Consent, DialIn, Slot

AT_ONCE = 500


def forget_codes(session: Session, now: datetime, along: Along) -> int:
    """Some of the pages whose code is good no more; returns how many."""
    is_due = (DialIn.good_until <= now - CODE_OF_A_PAGE, ~is_of_held_call(DialIn.call_id))
    return _forget_some(session, DialIn, DialIn.good_until, is_due, along)


def forget_consents(session: Session, now: datetime, along: Along) -> int:
    """Some of those of which no claim can be made any more; returns how many."""
    is_due = (Consent.given_at <= now - CONSENT, ~is_held(Consent.campaign_id))
    return _forget_some(session, Consent, Consent.given_at, is_due, along)


def forget_slots(session: Session, now: datetime, along: Along) -> int:  # noqa: ARG001 - none of these is left
    """Some of the quarters of an hour that are long over: one with one call would tell when that was."""
    over = select(Slot.e164, Slot.starts_at).where(Slot.starts_at <= now - SLOT).order_by(Slot.starts_at).limit(AT_ONCE)
    gone = delete(Slot).where(tuple_(Slot.e164, Slot.starts_at).in_(over)).returning(Slot.e164)
    return len(session.execute(gone).all())


def forget_jobs(session: Session, now: datetime, along: Along) -> int:  # noqa: ARG001 - none of these is left
    """Some of the jobs that are over and were not done: those that were, go at once; returns how many."""
    return len(forget_over(session, now - EXACT, AT_ONCE))


def _forget_some(
    session: Session,
    model: type[DialIn | Consent],
    since: InstrumentedAttribute[datetime],
    is_due: tuple[ColumnElement[bool], ...],
    along: Along,
) -> int:
    """The oldest that are due, after those that were gone through already."""
    due = select(model.id).where(*is_due, along.follows(since, model.id))
    some = due.order_by(since, model.id).limit(AT_ONCE)
    forgotten = session.execute(delete(model).where(model.id.in_(some)).returning(since, model.id)).all()
    along.comes_to((at, nth) for at, nth in forgotten)
    return len(forgotten)
