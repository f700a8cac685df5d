"""Destroys the keys of days whose time is over: what they sealed is gone in every copy of the database."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.clock import EASTERN
from app.guard.keys.days import DayKeys, sealed_by
from app.guard.keys.folder import KeyOf, days_held
from app.privacy.forget.times import BETWEEN_ANSWERS, NOTE, NUMBER_OF_A_CALL
from models import Call

# After their day. A number that is still to be rung holds its key for longer.
LIVES: Mapping[KeyOf, timedelta] = {
    KeyOf.NUMBERS: NUMBER_OF_A_CALL,
    KeyOf.NOTES: NOTE,
    KeyOf.PAGES: BETWEEN_ANSWERS,
    KeyOf.RINGS: NUMBER_OF_A_CALL,  # as long as a number of that day may be read
    KeyOf.LIMITS: BETWEEN_ANSWERS,
}


def destroy_keys(session: Session, days: DayKeys, now: datetime) -> int:
    """All that are due; returns how many. What they sealed is deleted before."""
    due = [(of, day) for of, day in days_held(days.folder) if of in LIVES and _end(day) + LIVES[of] <= now]
    still = _numbers_kept(session) if any(of is KeyOf.NUMBERS for of, _ in due) else frozenset()
    return sum(days.destroy(of, day) for of, day in due if of is not KeyOf.NUMBERS or day not in still)


def _numbers_kept(session: Session) -> frozenset[date]:
    """The days by whose key a number is sealed that is still needed."""
    begins = func.substring(Call.phone_encrypted, 1, 3)
    kept = session.scalars(select(begins).where(Call.phone_encrypted.is_not(None)).distinct())
    return frozenset(name.day for name in map(sealed_by, kept) if name)


def _end(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), EASTERN)
