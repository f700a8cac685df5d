"""The log: which calls there were, a page at a time, each with its offices."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Select, select, true
from sqlalchemy.orm import Session

from app.calls.life.newest_leg import office_leg_status
from app.calls.life.reports import by_rank
from app.calls.shown.cost import cost_columns
from app.calls.shown.log.filter import Cursor, LogFilter, Order
from app.calls.shown.log.row import LogOffice, LogRow
from app.calls.shown.log.search import Days, searched
from app.calls.shown.progress import has_pressed_one
from app.campaigns.editions.earlier import as_listed
from app.store.rows import by_name
from models import Call, CalledOffice, Campaign, District, Edition, Feedback, OfficeHolder, PhoneBank

NEWEST = Order()
A_PAGE = 50


@dataclass(frozen=True)
class LogPage:
    """Some calls, and where the next ones begin, if there may be any.

    With fewer rows than fit, the search ended there to be short, and `next_cursor` is where it goes on.
    """

    rows: tuple[LogRow, ...]
    next_cursor: Cursor | None
    is_cut_short: bool = False


def log_page(
    session: Session, which: LogFilter, order: Order = NEWEST, limit: int = A_PAGE, days: Days | None = None
) -> LogPage:
    """The calls that come first, or those after a page, along an index however far back; two statements.

    `days` are those in which there may be any, where somebody knows them; no others are looked at then.
    """
    search = searched(which, order, limit + 1, days)
    query = _select_rows().where(Call.id.in_(search.ids)).order_by(*order.by()).limit(limit + 1)
    rows = [by_name(LogRow, row) for row in session.execute(query).mappings()]
    shown = tuple(_with_offices(session, rows[:limit]))
    if len(rows) > limit:
        return LogPage(shown, Cursor(shown[-1].created_at, shown[-1].id, shown[-1].talk_seconds))
    goes_on = search.goes_on(session)
    return LogPage(shown, goes_on, is_cut_short=goes_on is not None)


def log_row(session: Session, call_id: int) -> LogRow | None:
    """One call as the log has it; two statements."""
    return next(iter(rows_of(session, [call_id])), None)


def rows_of(session: Session, call_ids: Sequence[int]) -> list[LogRow]:
    """These calls, in whatever order; two statements."""
    rows = session.execute(_select_rows().where(Call.id.in_(call_ids))).mappings()
    return _with_offices(session, [by_name(LogRow, row) for row in rows])


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
        Call.language,
        Call.is_coarse,
        select(PhoneBank.place).where(PhoneBank.id == Call.phone_bank_id).scalar_subquery().label("room"),
        has_pressed_one().label("pressed_one"),
        *cost_columns(),
    )


def _with_offices(session: Session, rows: list[LogRow]) -> list[LogRow]:
    """The same calls, each with its offices: one statement."""
    if not rows:
        return []
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
