"""Use cases of organizers: say that one day differs, for a line or for every office, and take that back."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import eastern_day
from app.representatives.opening.changing.whose import Whose, read_anew, take_rosters
from app.representatives.opening.problems import HoursError, HoursProblem
from app.representatives.opening.spans import DaySpans, one_day
from app.representatives.opening.stored import day_to_rows
from app.representatives.opening.wall_clock import A_DAY
from models import HoursException

TWO_YEARS = 731 * A_DAY
LONGEST_NOTE = 120


def set_exception(
    session: Session, whose: Whose, day: date, spans: DaySpans, note: str, *, by: str, now: datetime
) -> bool:
    """Make these the hours of one day, () for closed; False if they are already.

    Raises:
        HoursError: the day is over or too far away, nobody says why, or the spans overlap or are too many.
        NobodyThereError: nobody who sits now is reached there.
    """
    check_day(day, now)
    check_note(note)
    kept = day_to_rows(one_day(spans))
    rosters = take_rosters(session, whose)
    row = _on(session, whose, day)
    if row and (row.spans, row.note) == (kept, note):
        return False
    row = row or whose.exception()
    row.day, row.spans, row.note, row.set_at, row.set_by = day, kept, note, now, by
    session.add(row)
    read_anew(session, rosters)
    return True


def remove_exception(session: Session, whose: Whose, day: date) -> bool:
    """Let the day be like any other; False if it is.

    Raises:
        NobodyThereError: nobody who sits now is reached there.
    """
    rosters = take_rosters(session, whose)
    row = _on(session, whose, day)
    if row is None:
        return False
    session.delete(row)
    read_anew(session, rosters)
    return True


def exceptions_from(session: Session, whose: Whose, day: date) -> list[HoursException]:
    """Their exceptions on this day and later, each with who set it and when."""
    theirs = select(HoursException).where(whose.exceptions, HoursException.day >= day)
    return list(session.scalars(theirs.order_by(HoursException.day).execution_options(populate_existing=True)))


def check_day(day: date, now: datetime) -> None:
    """A day from today on, at most two years away.

    Raises:
        HoursError: it is over, or too far away.
    """
    today = eastern_day(now)
    if day < today:
        raise HoursError(HoursProblem.DAY_OVER)
    if day > today + TWO_YEARS:
        raise HoursError(HoursProblem.DAY_TOO_FAR)


def check_note(note: str) -> None:
    """Somebody said why, in at most 120 characters.

    Raises:
        HoursError: nobody did, or at greater length.
    """
    if not 0 < len(note) <= LONGEST_NOTE:
        raise HoursError(HoursProblem.NO_NOTE)


def _on(session: Session, whose: Whose, day: date) -> HoursException | None:
    of_day = select(HoursException).where(whose.exceptions, HoursException.day == day)
    return session.scalars(of_day.execution_options(populate_existing=True)).one_or_none()
