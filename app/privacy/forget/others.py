"""Forgets what waits for nobody any more: pages that showed a code, jobs that failed, and consents of long ago."""

from datetime import datetime

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.calls.held import is_held, is_of_held_call
from app.privacy.forget.along import Along
from app.privacy.forget.times import CODE_OF_A_PAGE, CONSENT, EXACT
from app.store.job_queue import forget_over
from models import Consent, DialIn

AT_ONCE = 500


def forget_codes(session: Session, now: datetime, along: Along) -> int:
    """Some of the pages whose code is good no more; returns how many."""
    is_due = (DialIn.good_until <= now - CODE_OF_A_PAGE, ~is_of_held_call(DialIn.call_id))
    return _forget_some(session, DialIn, DialIn.good_until, is_due, along)


def forget_consents(session: Session, now: datetime, along: Along) -> int:
    """Some of those of which no claim can be made any more; returns how many."""
    is_due = (Consent.given_at <= now - CONSENT, ~is_held(Consent.campaign_id))
    return _forget_some(session, Consent, Consent.given_at, is_due, along)


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
