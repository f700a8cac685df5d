"""Forgets what waits for nobody any more: pages that showed a code, and consents of long ago."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.calls.held import is_held, is_of_held_call
from app.privacy.forget.times import CODE_OF_A_PAGE, CONSENT
from models import Consent, DialIn

AT_ONCE = 500


def forget_codes(session: Session, now: datetime) -> int:
    """Some of the pages whose code is good no more; returns how many."""
    due = select(DialIn.id).where(DialIn.good_until <= now - CODE_OF_A_PAGE, ~is_of_held_call(DialIn.call_id))
    some = due.limit(AT_ONCE)
    return len(session.scalars(delete(DialIn).where(DialIn.id.in_(some)).returning(DialIn.id)).all())


def forget_consents(session: Session, now: datetime) -> int:
    """Some of those of which no claim can be made any more; returns how many."""
    due = select(Consent.id).where(Consent.given_at <= now - CONSENT, ~is_held(Consent.campaign_id)).limit(AT_ONCE)
    return len(session.scalars(delete(Consent).where(Consent.id.in_(due)).returning(Consent.id)).all())
