"""How many calls there were at an hour of the day, day after day: each hour is looked up by itself."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import ARRAY, DateTime, Select, cast, column, func, select, true
from sqlalchemy.orm import Session

from app.calls.shown.log.filter import AN_HOUR, LogFilter, span_on
from models import Campaign, CountedBy, CountOfHour

OnDays = Mapping[date, int]  # how often something is counted on each day
A_MOMENT = DateTime(timezone=True)


def calls_at_hour(session: Session, which: LogFilter, days: Sequence[date]) -> OnDays:
    """Of the hour that was asked for, whatever came of them; an hour that comes twice counts for both."""
    day_of: dict[datetime, date] = {}
    for day in days:
        hour, ends = span_on(day, which)
        while hour < ends:
            day_of[hour] = day
            hour += AN_HOUR
    many: Counter[date] = Counter()
    for row in session.execute(_counted(which, list(day_of))):
        many[day_of[row.at]] += row.calls
    return many


def _counted(which: LogFilter, hours: Sequence[datetime]) -> Select[*tuple[object, ...]]:
    """Hour by hour and campaign by campaign, as their key has them."""
    every = func.unnest(cast(hours, ARRAY(A_MOMENT)))
    an_hour = every.table_valued(column("at", A_MOMENT), name="an_hour").render_derived()
    it = CountOfHour.__table__.c
    its = (it.campaign_id == Campaign.id, it.hour == an_hour.c.at)
    calls = select(it.calls).where(*its, it.dimension == CountedBy.CALLS, it.value == "").limit(1)
    counted = calls.correlate(an_hour, Campaign).lateral("counted")
    of_each = select(an_hour.c.at, counted.c.calls).select_from(an_hour).join(Campaign, true()).join(counted, true())
    if which.campaign_id is not None:
        of_each = of_each.where(Campaign.id == which.campaign_id)
    return of_each if which.campaigns is None else of_each.where(Campaign.id.in_(which.campaigns))
