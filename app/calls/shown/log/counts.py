"""How many calls there were of each kind on one day, as long as they are so few that all of them can be looked at."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy import func, select, true
from sqlalchemy.orm import Session

from app.calls.shown.kinds import KIND, Kind
from app.calls.shown.log.filter import LogFilter, conditions
from app.calls.shown.log.search import window_of
from models import Call

COUNTED = 1_000  # calls of a day, whatever came of them


def counts_of_day(session: Session, which: LogFilter, day: date) -> Mapping[Kind, int] | None:
    """Of the calls that were asked for, each kind apart: they are never added up. None where the day has too many."""
    of_day = replace(which, since=day, until=day)
    looked_at = window_of(of_day, COUNTED + 1).subquery("looked_at")
    if (session.scalar(select(func.count()).select_from(looked_at)) or 0) > COUNTED:
        return None
    # One by one: else a plan may read all calls to look at some.
    fits = select(KIND).where(Call.id == looked_at.c.id, *conditions(of_day)).limit(1)
    it = fits.correlate(looked_at).lateral("of_each")
    counted = select(it.c.kind, func.count()).select_from(looked_at).join(it, true()).group_by(it.c.kind)
    many = {Kind(kind): count for kind, count in session.execute(counted)}
    return {kind: many.get(kind, 0) for kind in Kind}
