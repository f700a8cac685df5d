"""Writes hours in one way: “9 AM–noon, 1 PM–5 PM”, which can be read again, and a week in a few lines."""  # noqa: RUF002

from itertools import groupby

from app.representatives.opening.spans import DAYS_A_WEEK, HOUR, MIDNIGHT, NOON, DaySpans, Week
from app.representatives.opening.typed.reading import ALL_DAY

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
CLOSED = "closed"


def write_day(spans: DaySpans) -> str:
    """The spans of a day: 9 AM–5 PM, closed, all day."""  # noqa: RUF002 - as it is written
    if spans == ALL_DAY:
        return "all day"
    return ", ".join(f"{write_time(span.opens)}–{write_time(span.closes)}" for span in spans) or CLOSED  # noqa: RUF001


def write_week(week: Week) -> tuple[tuple[str, str], ...]:
    """The days that follow each other and have the same hours, together: Monday to Friday, 9 AM–5 PM."""  # noqa: RUF002
    runs = (list(days) for _, days in groupby(range(DAYS_A_WEEK), key=lambda day: week[day]))
    return tuple((_days(run[0], run[-1]), write_day(week[run[0]])) for run in runs)


def write_time(minute: int) -> str:
    """A time of day from minutes after midnight: 9 AM, 4:30 PM, noon."""
    if minute % NOON == 0:
        return "noon" if minute == NOON else "midnight"
    hour, rest = divmod(minute % MIDNIGHT, HOUR)
    return f"{hour % 12 or 12}{f':{rest:02d}' if rest else ''} {'AM' if minute < NOON else 'PM'}"


def _days(first: int, last: int) -> str:
    if first == last:
        return DAYS[first]
    return f"{DAYS[first]} {'and' if last == first + 1 else 'to'} {DAYS[last]}"
