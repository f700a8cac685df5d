"""A day of action as a value: its hours, its waves, and when on that day an office is called."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from pydantic import TypeAdapter

from app.clock import eastern
from app.representatives.opening import DaySpans, Span
from models import Chamber


class Party(StrEnum):
    """Of which party those are whom a wave calls."""

    ANY = "any"
    DEMOCRATIC = "Democratic"
    REPUBLICAN = "Republican"
    OTHER = "other"


@dataclass(frozen=True)
class Whom:
    """What the offices of a wave have in common, as an organizer chose it; `people`, if any are named, alone decide.

    `letters` are the first and the last letter with which the names of their districts begin, "" for all.
    """

    chamber: Chamber | None = None
    party: Party = Party.ANY
    letters: str = ""
    people: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wave:
    """Offices, by the GEOIDs of their districts, that are called in the same hours of the day."""

    name: str
    hours: DaySpans
    whom: Whom = Whom()
    offices: tuple[str, ...] = ()


WAVES = TypeAdapter(tuple[Wave, ...])


@dataclass(frozen=True)
class Wanted:
    """What an organizer wants of a day."""

    day: date
    goal: int
    hours: Span
    share: int | None
    others: bool
    waves: tuple[Wave, ...]
    sharers: tuple[str, ...] = ()

    def told(self) -> dict[str, object]:
        """As the audit log tells it."""
        waves = {wave.name: len(wave.offices) for wave in self.waves}
        return {"day": self.day.isoformat(), "goal": self.goal, "share": self.share, "waves": waves}

    def values(self) -> dict[str, object]:
        """As a row keeps it."""
        return {
            "day": self.day,
            "goal": self.goal,
            "starts": self.hours.opens,
            "ends": self.hours.closes,
            "share": self.share,
            "others": self.others,
            "waves": WAVES.dump_python(self.waves, mode="json"),
            "sharers": list(self.sharers),
        }


@dataclass(frozen=True, kw_only=True)
class ActionDay(Wanted):
    """One day: so many calls are its goal, and no office gets more than its `share`.

    What is in no wave is called during all of its `hours` if `others`, else not at all that day.
    """

    id: int

    def spans(self, geoid: str) -> DaySpans:
        """When on that day the office of a district is called, as far as it is open; () is never."""
        theirs = [wave for wave in self.waves if geoid in wave.offices]
        if not theirs:
            return (self.hours,) if self.others else ()
        return _joined(sorted(span for wave in theirs for span in wave.hours))

    def is_called(self, geoid: str, now: datetime) -> bool:
        """Whether it is called at this moment of that day."""
        minute = _minute(now)
        return any(span.opens <= minute < span.closes for span in self.spans(geoid))

    def turn(self, geoid: str, now: datetime) -> int | None:
        """The minute of the day from which on it is called: this one or a later one; None after its last."""
        minute = _minute(now)
        return next((max(span.opens, minute) for span in self.spans(geoid) if span.closes > minute), None)


ActionDays = Mapping[date, ActionDay]


def _minute(now: datetime) -> int:
    there = eastern(now)
    return there.hour * 60 + there.minute


def _joined(spans: list[Span]) -> DaySpans:
    """In their order, those that touch or overlap as one."""
    joined: list[Span] = []
    for span in spans:
        if joined and span.opens <= joined[-1].closes:
            joined[-1] = Span(joined[-1].opens, max(joined[-1].closes, span.closes))
        else:
            joined.append(span)
    return tuple(joined)
