"""The days on which an office is not open as in any week: holidays and exceptions."""

from dataclasses import dataclass
from datetime import date

from app.representatives.opening.hours import LOOK_AHEAD_DAYS, DayException, OpeningHours
from app.representatives.opening.spans import DaySpans
from app.representatives.opening.wall_clock import A_DAY


@dataclass(frozen=True, slots=True)
class UnusualDay:
    """One day, its spans and why: the holiday's name or the exception's note. A holiday has no exception."""

    day: date
    spans: DaySpans
    why: str
    exception: DayException | None


def unusual_days(hours: OpeningHours, since: date) -> tuple[UnusualDay, ...]:
    """The holidays of the next sixty days, and every exception from this day on, in their order."""
    days = [since + offset * A_DAY for offset in range(LOOK_AHEAD_DAYS + 1)]
    unusual = {day for day in days if hours.holiday(day)} | {day for day in hours.exceptions if day >= since}
    return tuple(_unusual(hours, day) for day in sorted(unusual))


def _unusual(hours: OpeningHours, day: date) -> UnusualDay:
    exception = hours.exceptions.get(day)
    why = exception.note if exception else hours.holiday(day) or ""
    return UnusualDay(day, hours.spans_on(day), why, exception)
