"""When one office answers: a value that is asked about moments and never looks at a clock itself."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from app.clock import EASTERN
from app.representatives.opening.closed import Closed, ClosedBecause
from app.representatives.opening.spans import MIDNIGHT, USUAL_WEEK, DaySpans, Week
from app.representatives.opening.wall_clock import A_DAY, first_moment, local_day

LOOK_AHEAD_DAYS = 60
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class DayException:
    """What is otherwise on one day, and why: closed without any spans. `everywhere` is for all offices of a state."""

    spans: DaySpans
    note: str
    everywhere: bool = False


def no_holidays(_day: date) -> str | None:
    """No day is a holiday."""


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """A week of spans by the clock on the wall, exceptions by day, and the name of each day that is a holiday.

    An exception goes before a holiday, a holiday before the week. Every moment is an aware datetime; answers are in
    UTC. Nothing is looked for later than sixty days after the day that is asked about.
    """

    week: Week = USUAL_WEEK
    exceptions: Mapping[date, DayException] = field(default_factory=lambda: MappingProxyType({}))
    holiday: Callable[[date], str | None] = no_holidays
    zone: ZoneInfo = EASTERN

    def spans_on(self, day: date) -> DaySpans:
        """The spans of a calendar day; () is closed."""
        if day in self.exceptions:
            return self.exceptions[day].spans
        return () if self.holiday(day) else self.week[day.weekday()]

    def is_open(self, at: datetime) -> bool:
        """Whether the office answers at this moment."""
        return any(opens <= at < closes for opens, closes in self._openings_on(local_day(at, self.zone)))

    def next_opening(self, after: datetime) -> datetime | None:
        """The first moment from `after` on at which the office is open: `after` itself if it is open then.

        None if it does not open within sixty days.
        """
        return next((max(opens, after.astimezone(UTC)) for opens, _ in self._openings_from(after)), None)

    def closes_at(self, at: datetime) -> datetime | None:
        """Until when the office stays open, across spans that touch; None if it is closed, or open for sixty days."""
        until = at.astimezone(UTC)
        for opens, closes in self._openings_from(at):
            if opens > until:
                break
            until = closes
        end_of_search = first_moment(self._last_day(at), MIDNIGHT, self.zone)
        return until if at < until < end_of_search else None

    def why_closed(self, at: datetime) -> Closed | None:
        """The reason why nobody answers at this moment; None if the office is open."""
        if self.is_open(at):
            return None
        day = local_day(at, self.zone)
        exception = self.exceptions.get(day)
        if exception and (not exception.spans or self._usual().is_open(at)):
            return Closed(ClosedBecause.EXCEPTION, exception.note)
        if not exception and (name := self.holiday(day)):
            return Closed(ClosedBecause.HOLIDAY, name)
        return Closed(self._usual_reason(day, at))

    def _usual_reason(self, day: date, at: datetime) -> ClosedBecause:
        openings = list(self._openings_on(day))
        if not openings:
            return ClosedBecause.WEEKEND if day.weekday() >= SATURDAY else ClosedBecause.WEEKDAY
        between = openings[0][1] <= at < openings[-1][0]
        return ClosedBecause.BREAK if between else ClosedBecause.OUT_OF_HOURS

    def _usual(self) -> "OpeningHours":
        return replace(self, exceptions={})

    def _openings_from(self, at: datetime) -> Iterator[tuple[datetime, datetime]]:
        """From when until when it is open, in order, without what is over."""
        day = local_day(at, self.zone)
        while day <= self._last_day(at):
            yield from (opening for opening in self._openings_on(day) if opening[1] > at)
            day += A_DAY

    def _openings_on(self, day: date) -> Iterator[tuple[datetime, datetime]]:
        for span in self.spans_on(day):
            opens, closes = (first_moment(day, minute, self.zone) for minute in (span.opens, span.closes))
            if opens < closes:  # a span within the hour that the clocks skip has no moment
                yield opens, closes

    def _last_day(self, at: datetime) -> date:
        return local_day(at, self.zone) + LOOK_AHEAD_DAYS * A_DAY
