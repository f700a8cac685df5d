"""From what the clock on an office's wall reads to moments in UTC, across the changes of daylight-saving time."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

A_DAY = timedelta(days=1)
A_MINUTE = timedelta(minutes=1)


def first_moment(day: date, minute: int, zone: ZoneInfo) -> datetime:
    """When the clock first reads so many minutes after midnight of this day, or later; in UTC.

    What the clocks skip in spring is when they jump. What they read twice in fall is the first time, so that nothing
    opens twice.
    """
    wall = datetime.combine(day, time()) + minute * A_MINUTE
    moment = wall.replace(tzinfo=zone).astimezone(UTC)
    while _reads(moment - A_MINUTE, zone) >= wall:  # only where the clocks jump over it
        moment -= A_MINUTE
    return moment


def local_day(moment: datetime, zone: ZoneInfo) -> date:
    """The calendar day in this zone."""
    return moment.astimezone(zone).date()


def _reads(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None)
