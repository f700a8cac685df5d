"""A day of action as organizers see it: its waves over the hours, what is not right yet, and how it goes."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.calls.hours.waves import spans_called
from app.campaigns.action.day import ActionDay, Wave
from app.campaigns.in_force import CampaignWords
from app.campaigns.whom.called import seats_called
from app.clock import eastern, eastern_day
from app.language.whence import source_of
from app.organizers.campaigns.action.checks import is_shut
from app.representatives import Directory, Seat
from app.representatives.opening.typed.writing import write_day, write_time
from app.statistics.forecast import Forecast, OfficeSoFar, forecast
from app.statistics.reading import by_office, counts
from app.statistics.told import Counts, Span
from models import JOINED, CountedBy, OfficeStep, Step

HOUR = 60


@dataclass(frozen=True)
class Bar:
    """A stretch of the day in percent of its picture."""

    begins: float
    width: float


@dataclass(frozen=True)
class ShownWave:
    """A wave with its bars, how many offices it calls, the link for whoever sends it round, and what came by that.

    Of the calls by a link there is no number where they are joined with those of others: see `Link`.
    """

    name: str
    hours: str
    bars: tuple[Bar, ...]
    offices: int
    is_now: bool
    is_over: bool
    link: str
    calls: int | None


@dataclass(frozen=True)
class Link:
    """The link of somebody who shares one, and how many calls came by it: None where sealing joined it with others."""

    name: str
    address: str
    calls: int | None


@dataclass(frozen=True)
class ShownDay:
    """The day, how far it is, and what it will come to."""

    day: ActionDay
    waves: tuple[ShownWave, ...]
    sharers: tuple[Link, ...]
    axis: tuple[str, str]
    now: float | None
    done: int
    forecast: Forecast
    seats: Mapping[str, Seat]
    is_today: bool
    is_over: bool
    is_shut: bool

    @property
    def share_done(self) -> int:
        """In percent of the goal, never more than all of it."""
        return min(100, round(100 * self.done / self.day.goal))

    @property
    def at_risk(self) -> tuple[Seat, ...]:
        """Those who most likely hear nothing, by name."""
        return tuple(sorted((self.seats[it] for it in self.forecast.at_risk), key=lambda it: it.district))

    @property
    def wave_now(self) -> ShownWave | None:
        """The wave that it is."""
        return next((wave for wave in self.waves if wave.is_now), None)


@dataclass(frozen=True)
class Looking:
    """Of which campaign, among whom, when; and where links lead."""

    words: CampaignWords
    directory: Directory
    now: datetime
    base: str


def shown_day(session: Session, day: ActionDay, look: Looking) -> ShownDay:
    """Two statements, of what was counted."""
    that_day = Span(frozenset({look.words.id}), day.day, day.day)
    counted, heard = counts(session, that_day), _heard(session, that_day, look.directory)
    minute, (first, last) = _minute_of(day.day, look.now), _edges(day)
    is_today = eastern_day(look.now) == day.day
    seats = sorted(seats_called(look.directory, look.words))
    offices = [_so_far(geoid, day, look.directory, heard, minute) for geoid in seats]
    return ShownDay(
        day,
        tuple(_wave(wave, day, minute, _link(wave.name, look, counted)) for wave in day.waves),
        tuple(_link(name, look, counted) for name in day.sharers),
        (write_time(first), write_time(last)),
        100 * (minute - first) / (last - first) if is_today and first <= minute <= last else None,
        counted.funnel[Step.REACHED],
        forecast([office for office in offices if office.minutes + office.left]),
        look.directory.seats,
        is_today=is_today,
        is_over=minute >= last,
        is_shut=is_shut(day, seats, look.directory),
    )


def day_today(session: Session, words: CampaignWords | None, directory: Directory, now: datetime) -> ShownDay | None:
    """The day of action of a campaign, if it is one today: no statement on any other day."""
    day = words.action.get(eastern_day(now)) if words else None
    return shown_day(session, day, Looking(words, directory, now, "")) if words and day else None


def _edges(day: ActionDay) -> tuple[int, int]:
    spans = [day.hours, *(span for wave in day.waves for span in wave.hours)]
    first, last = min(span.opens for span in spans), max(span.closes for span in spans)
    return first // HOUR * HOUR, -(-last // HOUR) * HOUR


def _minute_of(day: date, now: datetime) -> int:
    """Of that day: none of it before, all of it after."""
    there = eastern(now)
    if there.date() != day:
        return 0 if there.date() < day else 24 * HOUR
    return there.hour * HOUR + there.minute


def _wave(wave: Wave, day: ActionDay, minute: int, link: Link) -> ShownWave:
    first, last = _edges(day)
    percent = 100 / (last - first)
    return ShownWave(
        wave.name,
        write_day(wave.hours),
        tuple(Bar((it.opens - first) * percent, (it.closes - it.opens) * percent) for it in wave.hours),
        len(wave.offices),
        any(it.opens <= minute < it.closes for it in wave.hours),
        all(it.closes <= minute for it in wave.hours),
        link.address,
        link.calls,
    )


def _link(name: str, look: Looking, counted: Counts) -> Link:
    source, page = source_of(name), f"{look.base}/c/{look.words.slug}"
    address = f"{page}?from={source}" if source else page
    return Link(name, address, _calls_by(source, counted) if source else 0)


def _calls_by(source: str, counted: Counts) -> int | None:
    by_link = counted.along(CountedBy.SOURCE)
    told_apart = sum(it.calls for word, it in by_link.items() if word != JOINED)
    return counted.calls(CountedBy.SOURCE, source) if source in by_link or told_apart == counted.all.calls else None


def _heard(session: Session, span: Span, directory: Directory) -> Mapping[str, int]:
    """By seat: whoever sits nowhere any more heard it for nobody else."""
    holders, heard = directory.seats_by_holder(), Counter[str]()
    for it in by_office(session, span):
        seat = holders.get(it.office_holder_id)
        if seat is None:
            continue
        calls = it.counts.office_step(OfficeStep.HEARD) + it.counts.office_step(OfficeStep.HEARD_OTHERWISE)
        heard[seat.geoid] += calls
    return heard


def _so_far(geoid: str, day: ActionDay, directory: Directory, heard: Mapping[str, int], minute: int) -> OfficeSoFar:
    line = directory.seats[geoid].line
    spans = spans_called(directory.hours(line.id), day, geoid) if line else ()
    so_far = sum(max(0, min(minute, it.closes) - it.opens) for it in spans)
    left = sum(max(0, it.closes - max(minute, it.opens)) for it in spans)
    return OfficeSoFar(geoid, heard.get(geoid, 0), so_far, left)
