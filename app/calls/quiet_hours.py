"""When we ring supporters at all: between eight in the morning and nine in the evening of their day."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

THEIRS = ZoneInfo("America/New_York")
FROM, UNTIL = time(8), time(21)


def is_quiet(now: datetime) -> bool:
    """Whether nobody is rung at this moment."""
    return not FROM <= now.astimezone(THEIRS).time() < UNTIL
