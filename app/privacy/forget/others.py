"""Forgets what waits for nobody any more: pages that showed a code, and consents of long ago."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.calls.held import is_held, is_of_held_call
from app.privacy.forget.along import Along
from app.privacy.forget.times import CODE_OF_A_PAGE, CONSENT
from models import Consent, DialIn

AT_ONCE = 500


def forget_codes(session: Session, now: datetime, along: Along) -> int:
    """Some of the pages whose code is good no more; returns how many."""
    is_due = (DialIn.good_until <= now - CODE_OF_A_PAGE, ~is_of_held_call(DialIn.call_id))
    due = select(DialIn.id).where(*is_due, along.follows(DialIn.good_until, DialIn.id))
    some = due.order_by(DialIn.good_until, DialIn.id).limit(AT_ONCE)
    gone = delete(DialIn).where(DialIn.id.in_(some)).returning(DialIn.good_until, DialIn.id)
    forgotten = session.execute(gone).all()
    along.comes_to((it.good_until, it.id) for it in forgotten)
    return len(forgotten)


def forget_consents(session: Session, now: datetime, along: Along) -> int:
    """Some of those of which no claim can be made any more; returns how many."""
    is_due = (Consent.given_at <= now - CONSENT, ~is_held(Consent.campaign_id))
    due = select(Consent.id).where(*is_due, along.follows(Consent.given_at, Consent.id))
    some = due.order_by(Consent.given_at, Consent.id).limit(AT_ONCE)
    gone = delete(Consent).where(Consent.id.in_(some)).returning(Consent.given_at, Consent.id)
    forgotten = session.execute(gone).all()
    along.comes_to((it.given_at, it.id) for it in forgotten)
    return len(forgotten)
