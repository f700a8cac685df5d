"""The time, passed in wherever it matters, so that a test can choose it, and the clock on the wall in Massachusetts."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

Clock = Callable[[], datetime]

# Everybody we ring, and every office, goes by it.
EASTERN = ZoneInfo("America/New_York")


def utc_now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


def eastern(moment: datetime) -> datetime:
    """The same moment by the clock on the wall."""
    return moment.astimezone(EASTERN)


def clock_at(moment: datetime) -> str:
    """EDT or EST, in an hour that comes twice because clocks go back; nothing in any other."""
    here = eastern(moment)
    comes_twice = here.replace(fold=0).utcoffset() != here.replace(fold=1).utcoffset()
    return here.strftime("%Z") if comes_twice else ""


def eastern_day(moment: datetime) -> date:
    """The calendar day by that clock."""
    return eastern(moment).date()


def beginning_of_day(moment: datetime) -> datetime:
    """The midnight before it, by that clock."""
    return datetime.combine(eastern_day(moment), time(), EASTERN)


def end_of_day(moment: datetime) -> datetime:
    """The midnight after it, by that clock."""
    return datetime.combine(eastern_day(moment) + timedelta(days=1), time(), EASTERN)
