"""Calls by the hour of today, or by days or weeks: the bars of a chart, empty ones too, and a sentence."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import TypeVar

from sqlalchemy.orm import Session

from app.clock import eastern
from app.language.moments.short import calendar_day, hour_title
from app.organizers.dashboard.bands import Band, Bar, Chart, band_of
from app.organizers.dashboard.spans import Asked
from app.statistics.reading import by_day, by_hour
from app.statistics.told import A_DAY, AtMoment, begins
from models import CountedBy

AN_HOUR = timedelta(hours=1)
MOST_DAYS = 62  # of more there are weeks
Start = TypeVar("Start", datetime, date)  # of a bar
FIRST, LAST = 8, 21  # hours in which people are rung; others are shown where there were calls


def chart_of(session: Session, asked: Asked) -> Chart:
    """The chart of what was asked for; one statement."""
    if asked.name == "today":
        return _of_hours(by_hour(session, asked.span, CountedBy.CAME), asked.now)
    moments = by_day(session, asked.span, CountedBy.CAME)
    first = asked.span.since or min((eastern(it.at).date() for it in moments), default=eastern(asked.now).date())
    last = eastern(asked.now).date()
    return _of_days(moments, [first + nth * A_DAY for nth in range((last - first).days + 1)])


def _of_hours(moments: Sequence[AtMoment], now: datetime) -> Chart:
    counted = _banded(moments, lambda at: at)
    midnight = begins(eastern(now).date())
    usual = {hour for hour in _hours(midnight) if FIRST <= eastern(hour).hour < LAST}
    bars = [Bar(hour_title(hour), dict(counted[hour]), _of_hour(hour)) for hour in sorted(usual | counted.keys())]
    return Chart("Hour", bars, _sentence(bars, "Most calls came {title}: {most} of {all}."))


def _hours(midnight: datetime) -> Iterator[datetime]:
    return (
        midnight + nth * AN_HOUR
        for nth in range(25)
        if eastern(midnight + nth * AN_HOUR).date() == eastern(midnight).date()
    )


def _of_days(moments: Sequence[AtMoment], days: Sequence[date]) -> Chart:
    is_long = len(days) > MOST_DAYS
    of_bar: Callable[[date], date] = _monday if is_long else lambda day: day
    counted = _banded(moments, lambda at: of_bar(eastern(at).date()))
    starts = sorted({of_bar(day) for day in days} | counted.keys())
    titles = {day: f"the week of {calendar_day(day)}" if is_long else calendar_day(day) for day in starts}
    length = 6 * A_DAY if is_long else 0 * A_DAY
    bars = [Bar(titles[day], dict(counted[day]), rows_of(day, day + length)) for day in starts]
    said = "Most calls came in {title}: {most} of {all}." if is_long else "Most calls came on {title}: {most} of {all}."
    return Chart("Week" if is_long else "Day", bars, _sentence(bars, said))


def _banded(moments: Sequence[AtMoment], of_bar: Callable[[datetime], Start]) -> defaultdict[Start, Counter[Band]]:
    counted: defaultdict[Start, Counter[Band]] = defaultdict(Counter)
    for it in moments:
        band = band_of(it.value)
        if band:
            counted[of_bar(it.at)][band] += it.calls
    return counted


def rows_of(since: date | None, until: date | None) -> dict[str, str]:
    """Which rows of the log those of these days are, as its address says it."""
    return {name: day.isoformat() for name, day in (("from", since), ("to", until)) if day}


def _of_hour(hour: datetime) -> dict[str, str]:
    here = eastern(hour)
    return rows_of(here.date(), here.date()) | {"hour": str(here.hour)}


def _sentence(bars: Sequence[Bar], said: str) -> str:
    most = max(bars, key=lambda it: it.all, default=None)
    if most is None or not most.all:
        return "No calls through us yet."
    return said.format(title=most.title, most=most.all, all=sum(bar.all for bar in bars))


def _monday(day: date) -> date:
    return day - day.weekday() * A_DAY
