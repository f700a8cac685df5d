"""How many calls there were of each kind on one day: those of one day alone are counted, however long the log."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.calls.shown.kinds import KIND, Kind
from app.calls.shown.log.filter import LogFilter, conditions
from models import Call


def counts_of_day(session: Session, which: LogFilter, day: date) -> Mapping[Kind, int]:
    """Of the calls that were asked for, each kind apart: they are never added up."""
    of_day = select(KIND, func.count()).select_from(Call).where(*conditions(replace(which, since=day, until=day)))
    counted = {Kind(kind): count for kind, count in session.execute(of_day.group_by(KIND))}
    return {kind: counted.get(kind, 0) for kind in Kind}
