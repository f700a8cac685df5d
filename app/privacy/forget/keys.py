"""Destroys the keys of days whose time is over: what they sealed is gone in every copy of the database."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.clock import EASTERN
from app.guard.keys.days import PREFIX, DayKeys, sealed_by
from app.guard.keys.folder import KeyOf, days_held
from app.privacy.forget.times import BETWEEN_ANSWERS, NOTE, NUMBER_OF_A_CALL
from models import Call, Feedback

# After their day. A number that is still to be rung holds its key for longer.
LIVES: Mapping[KeyOf, timedelta] = {
    KeyOf.NUMBERS: NUMBER_OF_A_CALL,
    KeyOf.NOTES: NOTE,
    KeyOf.PAGES: BETWEEN_ANSWERS,
    KeyOf.RINGS: NUMBER_OF_A_CALL,  # as a number of that day
    KeyOf.LIMITS: BETWEEN_ANSWERS,
}


def destroy_keys(session: Session, days: DayKeys, now: datetime) -> int:
    """All that are due; returns how many. What they sealed is deleted before."""
    days.folder.tidy(now)
    due = [(of, day) for of, day in days_held(days.folder) if of in LIVES and _end(day) + LIVES[of] <= now]
    still = {of: still_kept(session, now) for of, still_kept in STILL_KEPT.items() if any(it is of for it, _ in due)}
    return sum(days.destroy(of, day) for of, day in due if day not in still.get(of, ()))


def _numbers_kept(session: Session, _now: datetime) -> frozenset[date]:
    """The days by whose key a number is sealed that is still needed."""
    return _days_of(session, Call.phone_encrypted, Call.phone_encrypted.is_not(None))


def _notes_kept(session: Session, now: datetime) -> frozenset[date]:
    """The same of notes that are due: all are forgotten or sealed anew by now, unless a hold lacks its key."""
    return _days_of(session, Feedback.note_sealed, Feedback.note_sealed.is_not(None), Feedback.created_at <= now - NOTE)


STILL_KEPT: Mapping[KeyOf, Callable[[Session, datetime], frozenset[date]]] = {
    KeyOf.NUMBERS: _numbers_kept,
    KeyOf.RINGS: _numbers_kept,  # by its mark a backup of that day knows who was forgotten since
    KeyOf.NOTES: _notes_kept,
}


def _days_of(
    session: Session, sealed: InstrumentedAttribute[bytes | None], *which: ColumnElement[bool]
) -> frozenset[date]:
    kept = session.scalars(select(func.substring(sealed, 1, PREFIX)).where(*which).distinct())
    return frozenset(name.day for name in map(sealed_by, kept) if name)


def _end(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), EASTERN)
