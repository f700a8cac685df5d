"""Which calls of the log somebody asks for, and the conditions of a statement that only those meet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, Select, func, literal_column, or_, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute

from app.calls.life.reports import by_rank
from app.calls.shown.kinds import Kind, is_of_kind
from app.calls.shown.log.came import came_of_it
from app.calls.shown.log.came_of import CameOf
from app.clock import EASTERN
from models import (
    TO_ITS_OWNER,
    Call,
    CalledOffice,
    CallSource,
    CallStatus,
    Feedback,
    Leg,
    LineOutcome,
    ReportedOutcome,
    Stance,
)

A_DAY = timedelta(days=1)
AN_HOUR = timedelta(hours=1)

Sorted = ColumnElement[datetime] | ColumnElement[int]
Outcome = LineOutcome | ReportedOutcome | CallStatus | CameOf
COLUMN_OF: Mapping[type[Outcome], InstrumentedAttribute[Outcome | None]] = {
    LineOutcome: Call.line_outcome,
    ReportedOutcome: Call.reported_outcome,
    CallStatus: Call.phase,  # only of calls that are over is it asked what became of them
}


@dataclass(frozen=True)
class LogFilter:
    """Which calls: from the day `since` to the day `until` of Massachusetts, of the `hour` alone if there is one.

    Where an hour comes twice because clocks go back, `behind` says which: by how many hours its clock is behind UTC.
    Rehearsals are left out unless asked for. Of no more than `campaigns`, where somebody may not see all; of one
    `kind`, `source`, room, town, language, seat (`geoid`: tried, or told of) or `stance`, if that was asked for. Both
    `outcome` and `also` must have come of it.
    """

    campaign_id: int | None = None
    outcome: Outcome | None = None
    also: Outcome | None = None
    since: date | None = None
    until: date | None = None
    hour: int | None = None
    behind: int | None = None
    rehearsals: bool = False
    campaigns: frozenset[int] | None = None
    kind: Kind | None = None
    source: CallSource | None = None
    phone_bank_id: int | None = None
    town: str | None = None
    language: str | None = None
    geoid: str | None = None
    stance: Stance | None = None
    call_id: int | None = None

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """All that must have come of it."""
        return tuple(it for it in (self.outcome, self.also) if it is not None)

    @property
    def is_along_no_index(self) -> bool:
        """Whether no index of the log tells which calls these are: then it is looked up where there are such.

        By one outcome of a line, a report or a status there is one, and by one room; by two of these there is none.
        """
        indexed = len(self.outcomes) + (self.phone_bank_id is not None)
        others = (self.kind, self.source, self.town, self.language, self.geoid, self.stance)
        return self.is_by_word or indexed > 1 or self.hour is not None or any(others)

    @property
    def is_by_word(self) -> bool:
        """Whether it is asked what came of it in one word."""
        return any(isinstance(it, CameOf) for it in self.outcomes)

    @property
    def indexed_outcome(self) -> Outcome | None:
        """One that an index has, of each campaign apart."""
        return next((it for it in self.outcomes if not isinstance(it, CameOf)), None)

    @property
    def leaves_out_owners(self) -> bool:
        """Whether calls to the owner of a number are not meant: by what statistics alone tell, those are not found."""
        by_statistics = self.is_by_word or self.language is not None
        return by_statistics and self.kind is None and self.source is None and self.call_id is None


@dataclass(frozen=True)
class Cursor:
    """The last call of a page; the next page begins after it.

    Sorted by length, after calls that lasted so many `seconds`; by representative, among those of this seat.
    """

    created_at: datetime
    id: int
    seconds: int | None = None
    geoid: str = ""


class Columns(NamedTuple):
    """What calls are sorted by."""

    id: ColumnElement[int]
    created_at: ColumnElement[datetime]
    talk_seconds: ColumnElement[int | None]


_By = ColumnElement[datetime] | ColumnElement[int | None]
_OF_CALL = Columns(Call.id.expression, Call.created_at.expression, Call.talk_seconds.expression)
TALKED: ColumnElement[bool] = Call.talk_seconds > literal_column("0")  # as the index of talks has it


@dataclass(frozen=True)
class Order:
    """How the log is sorted, and where a page of it begins; by the length of talks those without any are left out."""

    oldest_first: bool = False
    after: Cursor | None = None
    longest_first: bool = False

    def by(self, of: Columns = _OF_CALL) -> tuple[_By, ColumnElement[int]]:
        """The columns to sort by, of calls or of what was found of them."""
        if self.longest_first:
            return of.talk_seconds.desc(), of.id.desc()
        if self.oldest_first:
            return of.created_at.asc(), of.id.asc()
        return of.created_at.desc(), of.id.desc()

    def directed(self, *columns: Sorted) -> list[Sorted]:
        """These columns, in its direction."""
        return [it.asc() if self.oldest_first else it.desc() for it in columns]

    def begins(self) -> Iterator[ColumnElement[bool]]:
        """What a call must be to come after the page before."""
        if self.longest_first:
            yield TALKED
            if self.after and self.after.seconds is not None:
                yield tuple_(Call.talk_seconds, Call.id) < (self.after.seconds, self.after.id)
        elif self.after:
            here, there = tuple_(Call.created_at, Call.id), (self.after.created_at, self.after.id)
            yield here > there if self.oldest_first else here < there


def conditions(which: LogFilter) -> list[ColumnElement[bool]]:
    """What a call must be that was asked for."""
    wanted = [*_of_whom(which), *_when(which)]
    for outcome in which.outcomes:
        wanted += _came_to(outcome)
    if which.kind is not None:
        wanted += is_of_kind(which.kind)
    if which.geoid is not None or which.stance is not None:
        wanted.append(_reached_for(which.geoid, which.stance))
    if not which.rehearsals:
        wanted.append(~Call.rehearsal)
    if which.leaves_out_owners:
        wanted.append(Call.source.not_in(TO_ITS_OWNER))
    return wanted


def _of_whom(which: LogFilter) -> Iterator[ColumnElement[bool]]:
    if which.campaigns is not None:
        yield Call.campaign_id.in_(which.campaigns)
    asked = {
        Call.campaign_id: which.campaign_id,
        Call.id: which.call_id,
        Call.source: which.source,
        Call.phone_bank_id: which.phone_bank_id,
        Call.town: which.town,
        Call.language: which.language,
    }
    yield from (column == value for column, value in asked.items() if value is not None)


def _when(which: LogFilter) -> Iterator[ColumnElement[bool]]:
    if which.since is not None:
        yield Call.created_at >= midnight(which.since)
    if which.until is not None:
        yield Call.created_at < midnight(which.until + A_DAY)
    if which.hour is not None:
        yield func.extract("hour", func.timezone(EASTERN.key, Call.created_at)) == which.hour
        if which.behind is not None:
            yield func.extract("hour", func.timezone("UTC", Call.created_at)) == (which.hour + which.behind) % 24
        yield ~Call.is_coarse  # of its times no more than the day is known


def _came_to(outcome: Outcome) -> Iterator[ColumnElement[bool]]:
    if isinstance(outcome, CameOf):
        yield came_of_it() == outcome.value
        return
    yield COLUMN_OF[type(outcome)] == outcome
    if isinstance(outcome, CallStatus):
        yield Call.ended_at.is_not(None)


def _reached_for(geoid: str | None, stance: Stance | None) -> ColumnElement[bool]:
    """Whether it tried that seat, or told of it: as statistics count it; and whether the stance that counts is this.

    Each part says of what outside it is: a statement that asks for it may be about offices, legs or reports itself.
    """
    told = select(Feedback.id).where(Feedback.called_office_id == CalledOffice.id).correlate(CalledOffice)
    rung = select(Leg.id).where(Leg.called_office_id == CalledOffice.id).correlate(CalledOffice)
    wanted = [CalledOffice.call_id == Call.id, or_(_any(rung), _any(told))]
    if geoid is not None:
        wanted.append(CalledOffice.district_geoid == geoid)
    if stance is not None:
        counts = told.with_only_columns(Feedback.stance).order_by(by_rank(Feedback.source)).limit(1)
        wanted.append(counts.scalar_subquery() == stance)
    return _any(select(CalledOffice.id).where(*wanted).correlate(Call))


def _any(some: Select[int]) -> ColumnElement[bool]:
    """Whether there is one, looked up row by row: as "exists" a plan may gather those of all calls first."""
    return some.limit(1).scalar_subquery().is_not(None)


def span_on(day: date, which: LogFilter) -> tuple[datetime, datetime]:
    """When a day begins and ends in Massachusetts, or its hour that was asked for."""
    if which.hour is None:
        return midnight(day), midnight(day + A_DAY)
    here = datetime.combine(day, time(which.hour))
    begins, ends = (it.replace(tzinfo=EASTERN).astimezone(UTC) for it in (here, here + AN_HOUR))
    if which.behind is None:
        return begins, ends
    by_its_clock = here.replace(tzinfo=UTC) + which.behind * AN_HOUR
    return max(begins, by_its_clock), min(ends, by_its_clock + AN_HOUR)


def midnight(day: date) -> datetime:
    """When a day begins in Massachusetts, in UTC: days are 23, 24 or 25 hours long."""
    return datetime.combine(day, time(), EASTERN).astimezone(UTC)
