"""Loads when the offices of a state answer: two statements."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.representatives.opening.hours import DayException, OpeningHours
from app.representatives.opening.legal_holidays import legal_holidays
from app.representatives.opening.spans import USUAL_WEEK
from app.representatives.opening.stored import rows_to_day, rows_to_week
from models import HoursException, OfficeHours

ByLine = Mapping[int, OpeningHours]
_ByDay = dict[date, DayException]


def load_hours(session: Session, state: str) -> tuple[OpeningHours, ByLine]:
    """The hours of every office of a state, and of the lines that differ, by their ids."""
    weeks = {
        row.line_id: rows_to_week(row.week) for row in session.execute(select(OfficeHours.line_id, OfficeHours.week))
    }
    exceptions = _exceptions(session, state)
    everywhere = exceptions.pop(None, {})
    usual = OpeningHours(exceptions=MappingProxyType(everywhere), holiday=legal_holidays(state))
    own = {
        line_id: replace(
            usual,
            week=weeks.get(line_id, USUAL_WEEK),
            exceptions=MappingProxyType(everywhere | exceptions.get(line_id, {})),
        )
        for line_id in weeks.keys() | exceptions.keys()
        if line_id is not None
    }
    return usual, MappingProxyType(own)


def _exceptions(session: Session, state: str) -> dict[int | None, _ByDay]:
    """By line and day; None stands for all lines of the state."""
    rows = session.execute(
        select(HoursException.line_id, HoursException.day, HoursException.spans, HoursException.note).where(
            or_(HoursException.state == state, HoursException.line_id.is_not(None))
        )
    )
    found: defaultdict[int | None, _ByDay] = defaultdict(dict)
    for line_id, day, spans, note in rows:
        found[line_id][day] = DayException(rows_to_day(spans), note, everywhere=line_id is None)
    return dict(found)
