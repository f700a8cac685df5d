"""When we ring supporters at all: between eight in the morning and nine in the evening of their day."""

from datetime import UTC, datetime, time, timedelta

from app.clock import EASTERN, eastern

FROM, UNTIL = time(8), time(21)


def is_quiet(now: datetime) -> bool:
    """Whether nobody is rung at this moment."""
    return not FROM <= eastern(now).time() < UNTIL


def after_quiet(moment: datetime) -> datetime:
    """The first moment from this one on at which somebody may be rung."""
    if not is_quiet(moment):
        return moment
    there = eastern(moment)
    morning = there.date() + timedelta(days=there.time() >= UNTIL)
    return datetime.combine(morning, FROM, EASTERN).astimezone(UTC)
