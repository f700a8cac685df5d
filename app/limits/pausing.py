"""Pauses placing when the carrier refuses, until a check sees the cause gone, or one that is let through is taken."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, delete, literal, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.limits.pauses import about, concerning
from app.telephony.faults import Fault
from models import Concerns, PlacingPause

IN_A_ROW = 3  # of the carrier's own
FIRST_PAUSE = timedelta(minutes=1)  # each is twice as long as the one before …
MOST_DOUBLED = 5  # … up to about half an hour
LETS_ONE_THROUGH = timedelta(minutes=10)
AFTER_CURE = timedelta(minutes=1)  # the carrier takes some minutes to notice that somebody paid
KEPT = timedelta(hours=1)


@dataclass(frozen=True)
class Asked:
    """For which campaign the carrier was asked to ring whom."""

    campaign_id: int
    phone_hash: bytes

    def about(self, concerns: Concerns) -> str:
        """What tells two rows apart that reach equally far."""
        return {Concerns.CAMPAIGN: str(self.campaign_id), Concerns.NUMBER: self.phone_hash.hex()}.get(concerns, "")


def pause_for(session: Session, fault: Fault, asked: Asked, now: datetime) -> bool:
    """Write down that the carrier refused for this; returns whether nobody is rung for it now."""
    if fault.concerns is None:
        return False
    row = _row(session, fault.concerns, asked.about(fault.concerns), now)
    (_count if fault.concerns is Concerns.CARRIER else _block)(row, fault, now)
    session.flush()
    return row.until is None or row.until > now


def _row(session: Session, concerns: Concerns, about: str, now: datetime) -> PlacingPause:
    """The row, which nobody else changes meanwhile; with no misses where it is new."""
    new = insert(PlacingPause).values(concerns=concerns, about=about, code=0, misses=0, since=now, until=now)
    session.execute(new.on_conflict_do_nothing())
    return session.get_one(PlacingPause, (concerns, about), with_for_update=True, populate_existing=True)


def _count(row: PlacingPause, fault: Fault, now: datetime) -> None:
    """The third in a row pauses, and each after a pause does for twice as long; not those that were on the way."""
    if row.until is not None and row.until > now:
        return
    row.code, row.misses = fault.code, row.misses + 1
    doubled = min(row.misses - IN_A_ROW, MOST_DOUBLED)
    row.until = now + FIRST_PAUSE * 2**doubled if doubled >= 0 else now


def _block(row: PlacingPause, fault: Fault, now: datetime) -> None:
    """Until a check sees that it is cured; else one ring is let through after a while, soon after a cure."""
    if row.code != fault.code:
        row.code, row.since, row.cured_at = fault.code, now, None
    row.misses = 1
    row.until = None if fault.sees and not row.cured_at else now + _gap(row, now)


def _gap(row: PlacingPause, now: datetime) -> timedelta:
    return AFTER_CURE if row.cured_at and row.cured_at > now - LETS_ONE_THROUGH else LETS_ONE_THROUGH


def may_try(session: Session, asked: Asked, now: datetime) -> bool:
    """Be the one who is let through where a cause may be gone; False where another is, or it is there still."""
    rows = session.scalars(_of(asked).with_for_update().execution_options(populate_existing=True)).all()
    if any(row.until is None or row.until > now for row in rows):
        return False
    for row in rows:
        if row.concerns is not Concerns.CARRIER:
            row.until = now + _gap(row, now)
    return True


def _of(asked: Asked) -> Select[PlacingPause]:
    return select(PlacingPause).where(concerning(literal(asked.campaign_id), about(literal(asked.phone_hash))))


def forget_refusals(session: Session, asked: Asked) -> None:
    """The carrier took a ring: whatever it refused for is gone."""
    session.execute(
        delete(PlacingPause).where(concerning(literal(asked.campaign_id), about(literal(asked.phone_hash))))
    )


def forget_pauses(session: Session, now: datetime) -> None:
    """Of one number, and of the carrier's own trouble, nothing is kept for long."""
    passing = (PlacingPause.concerns.in_((Concerns.NUMBER, Concerns.CARRIER)), PlacingPause.until < now - KEPT)
    session.execute(delete(PlacingPause).where(*passing))
