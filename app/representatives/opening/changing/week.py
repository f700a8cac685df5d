"""Use case of organizers: say when an office line is answered in an ordinary week."""

from datetime import datetime

from sqlalchemy.orm import Session

from app.representatives.opening.changing.whose import OneLine, read_anew, take_rosters
from app.representatives.opening.spans import USUAL_WEEK, Week, one_week
from app.representatives.opening.stored import rows_to_week, week_to_rows
from models import OfficeHours


def set_week(session: Session, line_id: int, week: Week, *, by: str, now: datetime) -> bool:
    """Make this the week of a line; False if it is already. The usual week needs no row.

    Raises:
        HoursError: the spans of a day overlap, or are more than four.
        NobodyThereError: nobody who sits now is reached on this line.
    """
    week = one_week(week)
    rosters = take_rosters(session, OneLine(line_id))
    row = own_week(session, line_id)
    if week == (rows_to_week(row.week) if row else USUAL_WEEK):
        return False
    if row and week == USUAL_WEEK:
        session.delete(row)
    else:
        session.merge(OfficeHours(line_id=line_id, week=week_to_rows(week), set_at=now, set_by=by))
    read_anew(session, rosters)
    return True


def back_to_usual(session: Session, line_id: int, *, by: str, now: datetime) -> bool:
    """Let the line have the usual week again; False if it has.

    Raises:
        NobodyThereError: nobody who sits now is reached on this line.
    """
    return set_week(session, line_id, USUAL_WEEK, by=by, now=now)


def own_week(session: Session, line_id: int) -> OfficeHours | None:
    """What was set for a line, by whom and when; None while it has the usual week."""
    return session.get(OfficeHours, line_id, populate_existing=True)
