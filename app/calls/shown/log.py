"""The log: which calls there were, newest first, a page at a time."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import ColumnElement, Select, select, true, tuple_
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.calls.life.newest_leg import office_leg_status
from app.calls.life.reports import by_rank
from app.calls.shown.cost import cost_columns
from app.calls.shown.kinds import REPORTED_KINDS, Kind, is_of_kind
from app.calls.shown.log_row import LogOffice, LogRow
from app.calls.shown.progress import has_pressed_one
from app.campaigns.editions.earlier import as_listed
from app.clock import EASTERN
from app.store.rows import by_name
from models import (
    Call,
    CalledOffice,
    CallStatus,
    Campaign,
    District,
    Edition,
    Feedback,
    LineOutcome,
    OfficeHolder,
    PhoneBank,
    ReportedOutcome,
)

A_DAY = timedelta(days=1)
NEWEST_FIRST = (Call.created_at.desc(), Call.id.desc())

Outcome = LineOutcome | ReportedOutcome | CallStatus
COLUMN_OF: Mapping[type[Outcome], InstrumentedAttribute[Outcome | None]] = {
    LineOutcome: Call.line_outcome,
    ReportedOutcome: Call.reported_outcome,
    CallStatus: Call.phase,  # only of calls that are over is it asked what became of them
}


@dataclass(frozen=True)
class LogFilter:
    """Which calls: `day` is a calendar day in Massachusetts; rehearsals are left out unless asked for.

    Of no more than `campaigns`, where somebody may not see all; of one `kind`, or room, if that was asked for.
    """

    campaign_id: int | None = None
    outcome: Outcome | None = None
    day: date | None = None
    rehearsals: bool = False
    campaigns: frozenset[int] | None = None
    kind: Kind | None = None
    phone_bank_id: int | None = None


@dataclass(frozen=True)
class Cursor:
    """The last call of a page; the next page begins after it."""

    created_at: datetime
    id: int


@dataclass(frozen=True)
class LogPage:
    """Some calls, and where the older ones begin, if there are any."""

    rows: tuple[LogRow, ...]
    next_cursor: Cursor | None


def log_page(session: Session, which: LogFilter, before: Cursor | None = None, limit: int = 50) -> LogPage:
    """The newest calls, or those after `before`, along an index however far back; two statements."""
    query = _select_rows().where(Call.id.in_(_newest(which, before, limit + 1))).order_by(*NEWEST_FIRST)
    rows = [by_name(LogRow, row) for row in session.execute(query.limit(limit + 1)).mappings()]
    shown = _with_offices(session, rows[:limit])
    more = len(rows) > limit
    return LogPage(tuple(shown), Cursor(shown[-1].created_at, shown[-1].id) if more else None)


def log_row(session: Session, call_id: int) -> LogRow | None:
    """One call as the log has it; two statements."""
    row = session.execute(_select_rows().where(Call.id == call_id)).mappings().one_or_none()
    return _with_offices(session, [by_name(LogRow, row)])[0] if row else None


def campaign_subjects(session: Session, theirs: frozenset[int] | None = None) -> dict[int, str]:
    """Every campaign, or of these, by its id, newest first."""
    subject = as_listed(Edition.subject, Campaign.id).label("subject")
    query = select(Campaign.id, subject).order_by(Campaign.id.desc())
    if theirs is not None:
        query = query.where(Campaign.id.in_(theirs))
    return {row.id: row.subject for row in session.execute(query)}


def _select_rows() -> Select[*tuple[object, ...]]:
    return select(
        Call.id,
        Call.campaign_id,
        Call.created_at,
        Call.ended_at,
        Call.source,
        Call.rehearsal,
        as_listed(Edition.subject, Call.campaign_id).label("campaign"),
        Call.town,
        Call.status,
        Call.end_reason,
        Call.line_outcome,
        Call.reported_outcome,
        Call.reported_source,
        Call.ring_seconds,
        Call.talk_seconds,
        Call.total_seconds,
        Call.phone_encrypted,
        select(PhoneBank.place).where(PhoneBank.id == Call.phone_bank_id).scalar_subquery().label("room"),
        has_pressed_one().label("pressed_one"),
        *cost_columns(),
    )


def _with_offices(session: Session, rows: list[LogRow]) -> list[LogRow]:
    """The same calls, each with its offices: one statement."""
    offices: defaultdict[int, list[LogOffice]] = defaultdict(list)
    for row in session.execute(_select_offices([row.id for row in rows])).mappings():
        offices[row["call_id"]].append(by_name(LogOffice, row))
    return [replace(row, offices=tuple(offices[row.id])) for row in rows]


def _select_offices(call_ids: list[int]) -> Select[*tuple[object, ...]]:
    told = select(Feedback).where(Feedback.called_office_id == CalledOffice.id)
    counts = told.order_by(by_rank(Feedback.source)).limit(1).lateral("told")
    return (
        select(
            CalledOffice.call_id,
            CalledOffice.rank,
            CalledOffice.nth,
            OfficeHolder.name.label("representative"),
            District.name.label("district"),
            CalledOffice.how_found,
            CalledOffice.line_kind,
            CalledOffice.wording,
            CalledOffice.passed_over,
            office_leg_status().label("leg_status"),
            counts.c.outcome.label("reported_outcome"),
            counts.c.source.label("reported_source"),
            counts.c.stance,
        )
        .join(District, CalledOffice.district_geoid == District.geoid)
        .outerjoin(OfficeHolder, CalledOffice.office_holder_id == OfficeHolder.id)
        .outerjoin(counts, true())
        .where(CalledOffice.call_id.in_(call_ids))
        .order_by(CalledOffice.call_id, CalledOffice.rank)
    )


def _newest(which: LogFilter, before: Cursor | None, how_many: int) -> Select[int]:
    """The ids of so many calls, the newest that were asked for, if there are so many.

    An index has them in this order, by their outcome for each campaign alone: of every campaign come as many at first.
    """
    found = select(Call.id).where(*conditions(which, before)).order_by(*NEWEST_FIRST).limit(how_many)
    by_campaign = which.outcome is not None or which.kind in REPORTED_KINDS
    if not by_campaign or which.campaign_id is not None:
        return found
    of_one = found.add_columns(Call.created_at).where(Call.campaign_id == Campaign.id)
    of_each = of_one.correlate(Campaign).lateral()
    every = select(of_each.c.id).select_from(Campaign).join(of_each, true())
    return every.order_by(of_each.c.created_at.desc(), of_each.c.id.desc()).limit(how_many)


def conditions(which: LogFilter, before: Cursor | None = None) -> list[ColumnElement[bool]]:
    """What a call must be that was asked for, and comes after `before`."""
    wanted: list[ColumnElement[bool]] = []
    if before:
        wanted.append(tuple_(Call.created_at, Call.id) < (before.created_at, before.id))
    if which.campaigns is not None:
        wanted.append(Call.campaign_id.in_(which.campaigns))
    if which.campaign_id is not None:
        wanted.append(Call.campaign_id == which.campaign_id)
    if which.outcome is not None:
        wanted.append(COLUMN_OF[type(which.outcome)] == which.outcome)
        if isinstance(which.outcome, CallStatus):
            wanted.append(Call.ended_at.is_not(None))
    if which.kind is not None:
        wanted += is_of_kind(which.kind)
    if which.phone_bank_id is not None:
        wanted.append(Call.phone_bank_id == which.phone_bank_id)
    if which.day is not None:
        wanted += [Call.created_at >= _midnight(which.day), Call.created_at < _midnight(which.day + A_DAY)]
    if not which.rehearsals:
        wanted.append(~Call.rehearsal)
    return wanted


def _midnight(day: date) -> datetime:
    """When a day begins in Massachusetts, in UTC: days are 23, 24 or 25 hours long."""
    return datetime.combine(day, time(), EASTERN).astimezone(UTC)
