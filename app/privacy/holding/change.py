"""Begins, prolongs and ends legal holds: what somebody asked for in law, and until when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import structlog
from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.clock import eastern_day
from app.guard.keys.holds import HoldKeys, ToldOfHold
from models import LegalHold

log = structlog.get_logger()

AT_MOST = timedelta(days=366)  # from today; who needs it for longer prolongs it


@dataclass(frozen=True)
class Wanted:
    """Why it is kept, until the end of which day, and by whom that is said."""

    reason: str
    until: date
    by: str


def begin_hold(session: Session, keys: HoldKeys, campaign_id: int, wanted: Wanted, now: datetime) -> bool:
    """Keep what there is of this campaign's calls; False where a hold does so already.

    Raises:
        OSError: the folder of the keys cannot be written, without which nothing is held.
    """
    if standing_hold(session, campaign_id):
        return False
    told = {"reason": wanted.reason, "until": wanted.until, "begun_by": wanted.by, "begun_at": now}
    key_name = keys.make()
    new = insert(LegalHold).values(campaign_id=campaign_id, key_name=key_name, **told)
    is_new = session.scalar(new.on_conflict_do_nothing().returning(LegalHold.id)) is not None
    if not is_new:  # somebody else was faster
        keys.destroy(key_name)
    return is_new


def change_hold(session: Session, hold: LegalHold, wanted: Wanted) -> bool:
    """Keep it for longer, or for another reason; False where it is so already, or over. It never gets shorter."""
    until = max(wanted.until, hold.until)
    values = {"reason": wanted.reason, "until": until}
    other = (LegalHold.id == hold.id, LegalHold.ended_at.is_(None))
    if (hold.reason, hold.until) == (wanted.reason, until):
        return False
    return session.scalar(update(LegalHold).where(*other).values(values).returning(LegalHold.id)) is not None


def end_hold(session: Session, hold_id: int, now: datetime, by: str = "") -> bool:
    """Let the clock go on for these calls: what is overdue is forgotten minutes later, and the hold's key with it."""
    mine = (LegalHold.id == hold_id, LegalHold.ended_at.is_(None))
    ended = update(LegalHold).where(*mine).values(ended_at=now, ended_by=by)
    return session.scalar(ended.returning(LegalHold.id)) is not None


def end_due_holds(session: Session, now: datetime) -> Sequence[LegalHold]:
    """End those whose day is over; returns them."""
    due = (LegalHold.ended_at.is_(None), LegalHold.until < eastern_day(now))
    return session.scalars(update(LegalHold).where(*due).values(ended_at=now).returning(LegalHold)).all()


def standing_hold(session: Session, campaign_id: int) -> LegalHold | None:
    """The hold that keeps a campaign's calls now."""
    return session.scalar(select(LegalHold).where(LegalHold.campaign_id == campaign_id, LegalHold.ended_at.is_(None)))


def standing_holds(session: Session) -> Sequence[LegalHold]:
    """All of them, the first to end first."""
    standing = select(LegalHold).where(LegalHold.ended_at.is_(None))
    return session.scalars(standing.order_by(LegalHold.until, LegalHold.id)).all()


def tell_beside_keys(session: Session, keys: HoldKeys) -> None:
    """Write beside the keys how each hold stands whose key is still there; what cannot be written now, is next time."""
    for hold in session.scalars(select(LegalHold).where(~LegalHold.is_key_gone)):
        try:
            keys.tell(hold.key_name, ToldOfHold(hold.campaign_id, hold.until, is_over=hold.ended_at is not None))
        except OSError as error:
            log.warning("hold_not_told", error=type(error).__name__)
