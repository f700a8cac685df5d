"""What statistics tell: of which calls, and how many there were along each dimension."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from app.clock import EASTERN, eastern_day
from models import CountedBy, OfficeStep, Step

A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """Which calls: of these campaigns, None for all, that began on the days of Massachusetts from `since` to `until`.

    Where there is neither, all that ever were.
    """

    campaigns: frozenset[int] | None = None
    since: date | None = None
    until: date | None = None

    @classmethod
    def of_days(cls, now: datetime, days: int, campaigns: frozenset[int] | None = None) -> "Span":
        """Today and the days before it, so many in all."""
        today = eastern_day(now)
        return cls(campaigns, today - (days - 1) * A_DAY, today)

    @property
    def is_ever(self) -> bool:
        """Whether it has neither beginning nor end."""
        return self.since is None and self.until is None


@dataclass(frozen=True)
class Counted:
    """So many calls, and the seconds for which they talked with offices."""

    calls: int = 0
    seconds: int = 0


NOTHING = Counted()


@dataclass(frozen=True)
class Counts:
    """Some calls, counted along each dimension by itself; what is missing is nothing."""

    by: Mapping[CountedBy, Mapping[str, Counted]] = field(default_factory=dict)

    @property
    def all(self) -> Counted:
        """All of them: through us, on own phones and written."""
        return self.along(CountedBy.CALLS).get("", NOTHING)

    def along(self, dimension: CountedBy) -> Mapping[str, Counted]:
        """By each value that there is, most calls first."""
        return self.by.get(dimension, {})

    def calls(self, dimension: CountedBy, value: str) -> int:
        """How many there are of one value."""
        return self.along(dimension).get(value, NOTHING).calls

    @property
    def funnel(self) -> Mapping[Step, int]:
        """How many calls through us took each step, from the first."""
        return {step: self.calls(CountedBy.STEP, step) for step in Step}

    def office_step(self, step: OfficeStep) -> int:
        """How many calls came so far at an office: only of what is read by office."""
        return self.calls(CountedBy.STEP, step)


@dataclass(frozen=True)
class AtMoment:
    """How many calls began in an hour, or on a day: `at` is the hour's beginning, or the day's."""

    at: datetime
    value: str
    calls: int
    seconds: int


@dataclass(frozen=True)
class OfOffice:
    """What came of the calls that reached for one office holder."""

    district_geoid: str
    office_holder_id: int
    counts: Counts


@dataclass(frozen=True)
class OfTown:
    """What came of the calls from one town; empty where they did not say it, `JOINED` for several small ones."""

    town: str
    counts: Counts


def begins(day: date) -> datetime:
    """When a day begins in Massachusetts: days are 23, 24 or 25 hours long."""
    return datetime.combine(day, time(), EASTERN).astimezone(UTC)
