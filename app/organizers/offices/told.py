"""What organizers are told of an office: whether it is open, and why not."""

from collections.abc import Mapping
from datetime import datetime

from app.language.moments.short import weekday_and_day
from app.representatives import Closed, ClosedBecause, OpeningHours
from app.representatives.opening.spans import HOUR
from app.representatives.opening.typed.writing import write_time
from app.representatives.opening.wall_clock import A_DAY, local_day

BECAUSE: Mapping[ClosedBecause, str] = {
    ClosedBecause.OUT_OF_HOURS: "Closed now.",
    ClosedBecause.BREAK: "Closed now, for a break.",
    ClosedBecause.WEEKEND: "Closed now: it is the weekend.",
    ClosedBecause.WEEKDAY: "Closed now: it does not open on this day of the week.",
    ClosedBecause.HOLIDAY: "Closed now: {name}.",
    ClosedBecause.EXCEPTION: "Closed now: {name}.",
}


def now_in_words(hours: OpeningHours, now: datetime) -> str:
    """Closed now: Thanksgiving Day. Opens tomorrow at 9 AM."""
    closed = hours.why_closed(now)
    if closed is None:
        until = hours.closes_at(now)
        return f"Open now, until {_moment(hours, until, now, today='')}." if until else "Open now, day and night."
    opens = hours.next_opening(now)
    return f"{_why(closed)} {f'Opens {_moment(hours, opens, now)}.' if opens else 'It does not open within 60 days.'}"


def _why(closed: Closed) -> str:
    return BECAUSE[closed.because].format(name=closed.name.rstrip("."))


def _moment(hours: OpeningHours, moment: datetime, now: datetime, today: str = "today at ") -> str:
    """Today at 9 AM, tomorrow at 9 AM, Friday, Nov 27, at 9 AM."""
    local, this_day = moment.astimezone(hours.zone), local_day(now, hours.zone)
    days = {this_day: today, this_day + A_DAY: "tomorrow at "}
    day = days.get(local.date(), f"{weekday_and_day(local)}, at ")
    return day + write_time(local.hour * HOUR + local.minute)
