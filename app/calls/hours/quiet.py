"""When we ring supporters at all: between eight in the morning and nine in the evening of their day."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

THEIRS = ZoneInfo("America/New_York")
FROM, UNTIL = time(8), time(21)


def is_quiet(now: datetime) -> bool:
    """Whether nobody is rung at this moment."""
    return not FROM <= now.astimezone(THEIRS).time() < UNTIL


def after_quiet(moment: datetime) -> datetime:
    """The first moment from this one on at which somebody may be rung."""
    if not is_quiet(moment):
        return moment
    there = moment.astimezone(THEIRS)
    morning = there.date() + timedelta(days=there.time() >= UNTIL)
    return datetime.combine(morning, FROM, THEIRS).astimezone(UTC)
