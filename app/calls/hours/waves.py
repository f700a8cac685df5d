"""When a campaign calls an office: while it is open, and on a day of action in its wave alone."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from types import MappingProxyType

from app.calls.hours.office import Closed, opening
from app.campaigns.action.day import ActionDay, ActionDays
from app.clock import eastern_day
from app.limits.hours.quiet import after_quiet
from app.representatives.opening import DayException, DaySpans, OpeningHours, Span

ALL_DAY = (Span(0, 24 * 60),)
ALWAYS = OpeningHours(week=(ALL_DAY,) * 7)


def in_waves(hours: OpeningHours | None, days: ActionDays, geoid: str, now: datetime) -> OpeningHours | None:
    """The hours of the office of a district as this campaign may use them; None where any hour will do."""
    ahead = {day: action.spans(geoid) for day, action in days.items() if day >= eastern_day(now)}
    return _within(hours or ALWAYS, ahead) if ahead else hours


def spans_called(hours: OpeningHours, action: ActionDay, geoid: str) -> DaySpans:
    """When on that day the office of a district is called: open, and in its wave."""
    return _both(hours.spans_on(action.day), action.spans(geoid))


def _within(hours: OpeningHours, ahead: Mapping[date, DaySpans]) -> OpeningHours:
    bound = {day: DayException(_both(hours.spans_on(day), spans), "") for day, spans in ahead.items()}
    return replace(hours, exceptions=MappingProxyType({**hours.exceptions, **bound}))


def _both(some: DaySpans, others: DaySpans) -> DaySpans:
    """The minutes that both have."""
    pairs = ((max(one.opens, it.opens), min(one.closes, it.closes)) for one in some for it in others)
    return tuple(sorted(Span(first, last) for first, last in pairs if first < last))


def when_called(hours: OpeningHours | None, days: ActionDays, geoid: str, now: datetime) -> Closed | None:
    """None while it is called; else when it will be, and whether a day of action says so rather than its door."""
    closed = opening(in_waves(hours, days, geoid, now), now)
    if closed is None:
        return None
    if hours:
        return replace(closed, by_wave=hours.next_opening(now) != closed.opens)
    # Its door stands open at midnight, and nobody is rung before the morning.
    return Closed(closed.opens and after_quiet(closed.opens), by_wave=True)
