"""Dates and times as organizers type them, by the clock of Massachusetts."""

from datetime import date, datetime

from pydantic import ValidationInfo

from app.clock import EASTERN, eastern
from app.serving.forms import Text, Wrong, known

NO_MOMENT = "Type a date and a time, such as 2026-12-01 17:00."
NO_DAY = "Type a date, such as 2026-12-01."
NOT_THAT_NIGHT = "That time is left out in the night when clocks go forward. Take another."
IS_PAST = "That is past already. Take a later one."
FIRST_YEAR, LAST_YEAR = 2000, 2100

MOMENT = Text(limit=40)


def typed_moment(typed: str) -> datetime | None:
    """What was meant; None where the field was left empty."""
    if not typed:
        return None
    try:
        local = datetime.fromisoformat(typed)
    except ValueError:
        raise Wrong(NO_MOMENT) from None
    if local.tzinfo or not FIRST_YEAR <= local.year <= LAST_YEAR:
        raise Wrong(NO_MOMENT)
    moment = datetime.fromtimestamp(local.replace(tzinfo=EASTERN).timestamp(), EASTERN)
    if moment.replace(tzinfo=None) != local:
        raise Wrong(NOT_THAT_NIGHT)
    return moment


def later_moment(typed: str, info: ValidationInfo) -> datetime | None:
    """The same of what is still to come."""
    moment = typed_moment(typed)
    if moment and moment <= known(info, "now", datetime):
        raise Wrong(IS_PAST)
    return moment


def later_day(typed: str, info: ValidationInfo) -> date | None:
    """A day that is not past."""
    if not typed:
        return None
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        raise Wrong(NO_DAY) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Wrong(NO_DAY)
    if day < eastern(known(info, "now", datetime)).date():
        raise Wrong(IS_PAST)
    return day


def as_typed(moment: datetime | None) -> str:
    """How a moment stands in its field."""
    return f"{eastern(moment):%Y-%m-%dT%H:%M}" if moment else ""
