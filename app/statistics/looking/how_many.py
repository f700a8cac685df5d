"""Tells how many calls a filter has, as far as it is counted: to count the calls themselves would read all of them."""

from dataclasses import dataclass, fields, replace
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from app.calls.shown.kinds import Kind
from app.calls.shown.log.filter import LogFilter
from app.calls.shown.log.page import NEWEST
from app.calls.shown.log.search import searched
from app.clock import eastern_day
from app.statistics.looking.where_to_look import Cell, all_calls, cells_of, days_to_look_at, first_day, of_campaigns
from app.statistics.told import A_DAY
from models import EVER, CountOfDay, CountOfMonth

_MONTHS = CountOfMonth.__table__
_OF_SPANS = {"campaign_id", "campaigns", "since", "until"}  # by which everything is counted


@dataclass(frozen=True)
class HowMany:
    """So many, a few seconds ago; `at_most` where what was asked for together is not counted together.

    `is_any` where there is one in the log, though it be so new that none is counted yet.
    """

    calls: int
    at_most: bool
    is_any: bool


def how_many(session: Session, which: LogFilter, now: datetime) -> HowMany | None:
    """None where statistics tell nothing: of rehearsals, of one call, and of those to the owner of a number.

    Where none is counted the log itself is asked for one, as a page of it would look.
    """
    if which.rehearsals or which.call_id is not None or which.kind is Kind.TO_ITS_OWNER:
        return None
    cells, since = list(cells_of(which)), first_day(session, which)
    is_all = _is_all(session, which, since)
    counted = [_summed(session, which, cell, None if is_all else since) for cell in (all_calls(), *cells)]
    asked = {field.name for field in fields(which) if getattr(which, field.name) != field.default} - _OF_SPANS
    is_known = not asked or (len(asked) == len(cells) == 1 and which.stance is None)
    calls = min(counted)
    return HowMany(calls, at_most=not is_known, is_any=calls > 0 or _is_in_log(session, which, now))


def _is_in_log(session: Session, which: LogFilter, now: datetime) -> bool:
    days = days_to_look_at(session, which, NEWEST, eastern_day(now))
    return session.scalar(searched(which, NEWEST, 1, days).ids) is not None


def _summed(session: Session, which: LogFilter, cell: Cell, since: date | None) -> int:
    """How often it is counted since that day; None for ever."""
    within: ColumnElement[bool] = cell.table.c.day.between(since or EVER + A_DAY, which.until or date.max)
    if since is None and cell.table is CountOfDay.__table__:  # whose days are added up already
        cell, within = replace(cell, table=_MONTHS), _MONTHS.c.month == EVER
    summed = select(func.sum(cell.table.c.calls)).where(*cell.wanted, within, *of_campaigns(cell.table, which))
    return max(session.scalar(summed) or 0, 0)


def _is_all(session: Session, which: LogFilter, since: date) -> bool:
    """Whether all that was ever counted is asked for and still there: that is counted together, too."""
    if which.since or which.until:
        return False
    cell = all_calls()
    days = select(func.min(cell.table.c.day)).where(*cell.wanted, *of_campaigns(cell.table, which))
    return (session.scalar(days) or since) >= since
