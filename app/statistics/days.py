"""Which counts, and which calls, are of a day."""

from datetime import date

from sqlalchemy import ColumnElement, select

from app.statistics.told import A_DAY, begins
from models import Call, Campaign, CountOfDay, CountOfHour, CountOfOffice, CountOfTown

OfDay = type[CountOfDay | CountOfOffice | CountOfTown]


def of_day(model: OfDay, day: date) -> tuple[ColumnElement[bool], ...]:
    """Counts of a day: campaign after campaign, as their index has them."""
    return model.campaign_id.in_(select(Campaign.id)), model.day == day


def of_hours(day: date) -> tuple[ColumnElement[bool], ...]:
    """The same of its hours."""
    within = CountOfHour.hour >= begins(day), CountOfHour.hour < begins(day + A_DAY)
    return CountOfHour.campaign_id.in_(select(Campaign.id)), *within


def calls_within(day: date) -> tuple[ColumnElement[bool], ...]:
    """Calls that began on it."""
    return Call.created_at >= begins(day), Call.created_at < begins(day + A_DAY)
