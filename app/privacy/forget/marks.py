"""Has those who are still known be known by today's key, so that the key of the day before can be destroyed."""

from collections.abc import Callable
from contextlib import suppress

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.guard.keys.days import DayKeys
from app.guard.keys.folder import KeyOf
from app.store.unit import undone_by
from models import Call, Concerns, Limited, NumberRung, PlacingPause, RateLimit

AT_ONCE = 500

Mark = InstrumentedAttribute[bytes] | InstrumentedAttribute[bytes | None]


def mark_anew(session: Session, days: DayKeys) -> int:
    """Some of them; returns how many. A call that is over keeps its mark: its number is forgotten sooner.

    Of whom the key is gone nobody can be known again: those rows go. Who counts once more at this very moment is left
    for the next time, as is everything where no key of today can be made.
    """
    return sum(_done(session, days, step) for step in (_numbers_rung, _limits, _calls_under_way, _pauses))


def _done(session: Session, days: DayKeys, step: Callable[[Session, DayKeys], int]) -> int:
    with suppress(OSError), undone_by(IntegrityError, session):
        done = step(session, days)
        session.flush()
        return done
    return 0


def _of_before(mark: Mark, days: DayKeys, of: KeyOf) -> ColumnElement[bool]:
    """Whether it is of another day, or of before days had keys: an index finds both."""
    begins, ends = days.made_today(of)
    return or_(mark < begins, mark >= ends)


def _numbers_rung(session: Session, days: DayKeys) -> int:
    before = select(NumberRung).where(_of_before(NumberRung.phone_hash, days, KeyOf.RINGS)).limit(AT_ONCE)
    rows = session.scalars(before.with_for_update(skip_locked=True)).all()
    anew = {row.phone_hash: days.marked_today(row.phone_hash, KeyOf.RINGS) for row in rows}
    counted = session.scalars(select(NumberRung).where(NumberRung.phone_hash.in_(anew.values())).with_for_update())
    today = {row.phone_hash: row for row in counted}
    for row in rows:
        mark = anew[row.phone_hash]
        if mark in today:
            _add_rings(today[mark], row)
        if mark is None or mark in today:
            session.delete(row)
        else:
            row.phone_hash = mark
    return len(rows)


def _add_rings(to: NumberRung, of_before: NumberRung) -> None:
    """It rang once more before it was known that it had rung; who pressed 1 since was not rung in vain."""
    to.rang = sorted([*to.rang, *of_before.rang], reverse=True)
    to.in_vain += 0 if to.pressed_at else of_before.in_vain
    to.pressed_at = to.pressed_at or of_before.pressed_at
    to.over_at = max(to.over_at, of_before.over_at)


def _limits(session: Session, days: DayKeys) -> int:
    before = (RateLimit.purpose.in_(list(Limited)), _of_before(RateLimit.who_hash, days, KeyOf.LIMITS))
    rows = session.scalars(select(RateLimit).where(*before).limit(AT_ONCE).with_for_update(skip_locked=True)).all()
    anew = {row.who_hash: days.marked_today(row.who_hash, KeyOf.LIMITS) for row in rows}
    counted = session.scalars(select(RateLimit).where(RateLimit.who_hash.in_(anew.values())).with_for_update())
    today = {(row.purpose, row.who_hash): row for row in counted}
    for row in rows:
        mark = anew[row.who_hash]
        other = today.get((row.purpose, mark)) if mark else None
        if other:
            other.recent = sorted([*other.recent, *row.recent], reverse=True)
            other.over_at = max(other.over_at, row.over_at)
        if mark is None or other:
            session.delete(row)
        else:
            row.who_hash = mark
    return len(rows)


def _calls_under_way(session: Session, days: DayKeys) -> int:
    before = (Call.ended_at.is_(None), _of_before(Call.phone_hash, days, KeyOf.RINGS))
    calls = session.scalars(select(Call).where(*before).limit(AT_ONCE).with_for_update(skip_locked=True)).all()
    for call in calls:
        with undone_by(IntegrityError, session):  # one that is agreed on twice keeps nobody else's mark from being made
            call.phone_hash = days.marked_today(call.phone_hash or b"", KeyOf.RINGS)
            session.flush()
    return len(calls)


def _pauses(session: Session, days: DayKeys) -> int:
    """Few at most."""
    begins, ends = (bound.hex() for bound in days.made_today(KeyOf.RINGS))
    before = (PlacingPause.concerns == Concerns.NUMBER, or_(PlacingPause.about < begins, PlacingPause.about >= ends))
    rows = session.scalars(select(PlacingPause).where(*before).limit(AT_ONCE).with_for_update()).all()
    for row in rows:
        mark = days.marked_today(bytes.fromhex(row.about), KeyOf.RINGS)
        if mark is None or _is_paused(session, mark):
            session.delete(row)
        else:
            row.about = mark.hex()
    return len(rows)


def _is_paused(session: Session, mark: bytes) -> bool:
    its = (PlacingPause.concerns == Concerns.NUMBER, PlacingPause.about == mark.hex())
    return session.scalar(select(PlacingPause.code).where(*its)) is not None
