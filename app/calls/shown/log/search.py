"""Which calls stand on a page of the log: found along an index, or among a number of calls that has an end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import ARRAY, ColumnElement, DateTime, Select, cast, column, false, func, select, true
from sqlalchemy.orm import Session
from sqlalchemy.sql.selectable import LateralFromClause

from app.calls.shown.log.filter import A_DAY, Columns, Cursor, LogFilter, Order, conditions, midnight, span_on
from models import Call, CalledOffice, Campaign

MOMENTS = ARRAY(DateTime(timezone=True))
_FOUND = (Call.id, Call.created_at, Call.talk_seconds)
MOST_OFFICES = 50  # of one call
MOST = 5_000  # calls that are looked at for one page, where neither an index nor statistics tell which to look at


Found = Select[int, datetime, int | None]
Window = Found | Select[int, datetime, int | None, datetime]  # with the beginning of its day


@dataclass(frozen=True)
class Days:
    """Days on which there may be such calls, in the order of the log; `more` where there are others.

    However many calls there are on them, no more of these are looked at for one page than `MOST`.

    `few` where there are so few calls on them that all of these may be looked at.
    """

    days: Sequence[date]
    more: bool = False
    few: bool = False


@dataclass(frozen=True)
class Search:
    """The ids of the calls that come first, and where the search goes on once all of them are shown."""

    ids: Select[int]
    goes_on: Callable[[Session], Cursor | None] = lambda _session: None


def searched(which: LogFilter, order: Order, how_many: int, days: Days | None) -> Search:
    """So many of the calls that were asked for, and fewer where it would take long to find as many."""
    if order.longest_first:
        return _of_few(which, order, how_many) if days and days.few else _longest(which, order, how_many)
    if days is not None:
        return _of_days(which, order, how_many, days)
    if which.is_along_no_index and which.call_id is None:
        return _of_window(which, order, how_many)
    return Search(_along_index(which, order, how_many))


def _along_index(which: LogFilter, order: Order, how_many: int) -> Select[int]:
    """An index has them in this order; by their outcome for each campaign alone, so of each come as many at first."""
    found = _matching(which, order)
    if which.outcome is None or which.campaign_id is not None:
        return found.with_only_columns(Call.id).limit(how_many)
    of_campaign = found.where(Call.campaign_id == Campaign.id).limit(how_many).correlate(Campaign).lateral("of_each")
    return _first(select(of_campaign.c.id).select_from(Campaign), of_campaign, order, how_many)


def _of_few(which: LogFilter, order: Order, how_many: int) -> Search:
    """All calls of the days that were asked for are looked at, since they are few; else the newest of them."""
    window = _window(which, Order()).with_only_columns(Call.id).subquery("looked_at")
    fits = select(*_FOUND).where(Call.id == window.c.id, *conditions(which), *order.begins()).limit(1)
    it = fits.correlate(window).lateral("of_each")
    return Search(_first(select(it.c.id).select_from(window), it, order, how_many))


def _longest(which: LogFilter, order: Order, how_many: int) -> Search:
    """Of so many calls with the longest talks: an index has them for each campaign."""
    theirs = Call.campaign_id == Campaign.id
    of_campaign = select(*_FOUND).where(theirs, *order.begins()).order_by(*order.by()).limit(MOST)
    of_each = of_campaign.correlate(Campaign).lateral("of_campaign")
    every = select(of_each.c.id, of_each.c.created_at, of_each.c.talk_seconds).select_from(Campaign)
    if which.campaign_id is not None:
        every = every.where(Campaign.id == which.campaign_id)
    if which.campaigns is not None:
        every = every.where(Campaign.id.in_(which.campaigns))
    window = every.join(of_each, true()).order_by(*order.by(_columns(of_each))).limit(MOST)
    looked_at = window.subquery("looked_at")
    fits = select(*_FOUND).where(Call.id == looked_at.c.id, *conditions(which)).limit(1)
    it = fits.correlate(looked_at).lateral("of_each")
    ids = _first(select(it.c.id).select_from(looked_at), it, order, how_many)
    return Search(ids, lambda session: _last(session, window.offset(MOST - 1)))


def _of_days(which: LogFilter, order: Order, how_many: int, days: Days) -> Search:
    """Of so many calls of these days that come first, whatever came of them."""
    if not days.days:
        return Search(select(Call.id).where(false()))
    moments = (column("begins", DateTime(timezone=True)), column("ends", DateTime(timezone=True)))
    begins, ends = zip(*(span_on(it, which) for it in days.days), strict=True)
    every = func.unnest(cast(begins, MOMENTS), cast(ends, MOMENTS))  # one statement, however many days there are
    unnested = every.table_valued(*moments, name="each_day").render_derived()
    day = select(unnested).order_by(*order.directed(unnested.c.begins)).subquery("day")
    within = (Call.created_at >= day.c.begins, Call.created_at < day.c.ends)
    of_day = _window(which, order).where(*within).correlate(day).lateral("of_day")
    its = _columns(of_day)
    # Days follow each other as the log does: so no more of them are looked at than that many calls have.
    in_order = (*order.directed(day.c.begins), *order.by(its))
    looked_at = select(its.id, its.created_at, its.talk_seconds, day.c.begins).select_from(day).join(of_day, true())
    window = looked_at.order_by(*in_order).limit(MOST)
    last = days.days[-1]
    after = Cursor(midnight(last + A_DAY if order.oldest_first else last), 0) if days.more else None
    return _of_looked_at(which, order, how_many, window, after)


def _of_window(which: LogFilter, order: Order, how_many: int) -> Search:
    """Of so many calls that come first, whatever came of them."""
    return _of_looked_at(which, order, how_many, _window(which, order))


def _of_looked_at(which: LogFilter, order: Order, how_many: int, window: Window, after: Cursor | None = None) -> Search:
    """Those of a window; the search goes on behind it if it is full, else behind what it was of."""
    looked_at = window.subquery("looked_at")
    # One by one: else a plan may read all calls to look at some.
    fits = select(*_FOUND).where(Call.id == looked_at.c.id, *conditions(which)).limit(1)
    it = fits.correlate(looked_at).lateral("of_each")
    by = [looked_at.c[name] for name in ("begins", "created_at", "id") if name in looked_at.c]
    in_order = order.directed(*by)  # as they come, until the page is full
    ids = select(it.c.id).select_from(looked_at).join(it, true()).order_by(*in_order).limit(how_many)
    return Search(ids, lambda session: _last(session, window.offset(MOST - 1)) or after)


def newest_seats(session: Session, which: LogFilter, among: int | None = None) -> frozenset[str]:
    """The seats for which the newest calls were meant: so many of them, or as many as are looked at for one page."""
    newest = _window(which, Order()).with_only_columns(Call.id)
    window = (newest.limit(among) if among else newest).subquery("looked_at")
    seat = select(CalledOffice.district_geoid.label("geoid")).where(CalledOffice.call_id == window.c.id)
    of_call = seat.limit(MOST_OFFICES).correlate(window).lateral("of_each")  # one by one, as below
    found = select(of_call.c.geoid).select_from(window).join(of_call, true()).distinct()
    return frozenset(session.scalars(found))


def _window(which: LogFilter, order: Order) -> Found:
    """So many calls, by as much of what was asked for as one index has."""
    wide = LogFilter(
        campaign_id=which.campaign_id,
        campaigns=which.campaigns,
        since=which.since,
        until=which.until,
        rehearsals=which.rehearsals,
        phone_bank_id=which.phone_bank_id,
    )
    if which.phone_bank_id is None and which.campaign_id is not None:
        wide = replace(wide, outcome=which.indexed_outcome)
    return _matching(wide, order).limit(MOST)


def window_of(which: LogFilter, most: int) -> Found:
    """The newest so many calls among which are those that were asked for."""
    return _window(which, Order()).limit(most)


def _last(session: Session, window: Window) -> Cursor | None:
    row = session.execute(window.limit(1)).one_or_none()
    return Cursor(row.created_at, row.id, row.talk_seconds) if row else None


def _matching(which: LogFilter, order: Order) -> Found:
    wanted = select(*_FOUND).where(*conditions(which), *order.begins())
    return wanted.order_by(*order.by())


def _first(
    every: Select[int], of_each: LateralFromClause, order: Order, how_many: int, *before: ColumnElement[datetime]
) -> Select[int]:
    by = (*order.directed(*before), *order.by(_columns(of_each)))
    return every.join(of_each, true()).order_by(*by).limit(how_many)


def _columns(found: LateralFromClause) -> Columns:
    return Columns(found.c.id, found.c.created_at, found.c.talk_seconds)
