"""Calls by the hour of today, by day, week, month or year: the bars of a chart, empty ones too, and a sentence."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import TypeVar

from sqlalchemy.orm import Session

from app.clock import clock_at, eastern
from app.language.moments.short import calendar_day, hour_title
from app.organizers.dashboard.bands import Band, Bar, Chart, band_of
from app.organizers.dashboard.spans import Asked
from app.statistics.reading import by_day, by_hour, by_month
from app.statistics.told import A_DAY, AtMoment, Span, begins
from models import CountedBy

AN_HOUR = timedelta(hours=1)
MOST_DAYS = 62  # of more there are weeks
A_YEAR = 366 * A_DAY  # after which there are months
MOST_MONTHS = 62  # of more there are years
Start = TypeVar("Start", datetime, date)  # of a bar
FIRST, LAST = 8, 21  # hours in which people are rung; others are shown where there were calls


def chart_of(session: Session, asked: Asked) -> Chart:
    """The chart of what was asked for; of all that ever were it reads a year of days at most."""
    if asked.name == "today":
        return _of_hours(by_hour(session, asked.span, CountedBy.CAME), asked.now)
    span, last = asked.span, eastern(asked.now).date()
    if span.is_ever:
        months = by_month(session, span, CountedBy.CAME)
        since = eastern(months[0].at).date() if months else last
        if since < last - A_YEAR:
            return _of_months(months, since, last)
        span = Span(span.campaigns, since=since)
    moments = by_day(session, span, CountedBy.CAME)
    first = asked.span.since or min((eastern(it.at).date() for it in moments), default=last)
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


def _of_months(moments: Sequence[AtMoment], first: date, last: date) -> Chart:
    count = 12 * (last.year - first.year) + last.month - first.month + 1
    is_long = count > MOST_MONTHS
    of_bar: Callable[[date], date] = _new_year if is_long else lambda month: month
    counted = _banded(moments, lambda at: of_bar(eastern(at).date()))
    bars = [
        Bar(f"{start:%Y}" if is_long else f"{start:%b %Y}", dict(counted[start]), rows_of(start, _end(start, is_long)))
        for start in sorted({of_bar(_on(first, nth)) for nth in range(count)})
    ]
    return Chart("Year" if is_long else "Month", bars, _sentence(bars, "Most calls came in {title}: {most} of {all}."))


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
    clock = clock_at(hour).lower()
    return rows_of(here.date(), here.date()) | {"hour": f"{here.hour}-{clock}" if clock else str(here.hour)}


def _sentence(bars: Sequence[Bar], said: str) -> str:
    most = max(bars, key=lambda it: it.all, default=None)
    if most is None or not most.all:
        return "No calls through us yet."
    return said.format(title=most.title, most=most.all, all=sum(bar.all for bar in bars))


def _monday(day: date) -> date:
    return day - day.weekday() * A_DAY


def _new_year(day: date) -> date:
    return date(day.year, 1, 1)


def _on(month: date, months: int) -> date:
    """The first day of the month that comes so many months later."""
    nth = month.month - 1 + months
    return date(month.year + nth // 12, nth % 12 + 1, 1)


def _end(start: date, is_year: bool) -> date:
    return _on(start, 12 if is_year else 1) - A_DAY
