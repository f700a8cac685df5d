"""Tells how many calls a filter has, as far as it is counted: to count the calls themselves would read all of them."""

from dataclasses import dataclass, fields, replace
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from app.calls.shown.log.filter import LogFilter
from app.calls.shown.log.page import NEWEST
from app.calls.shown.log.search import searched
from app.clock import eastern_day
from app.statistics.looking.where_to_look import Cell, all_calls, cells_of, days_to_look_at, of_campaigns
from app.statistics.told import A_DAY
from models import EVER, CountOfDay, CountOfMonth

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
    """None where statistics tell nothing: of rehearsals, and of one call.

    Where none is counted the log itself is asked for one, as a page of it would look.
    """
    if which.rehearsals or which.call_id is not None:
        return None
    cells = list(cells_of(which))
    counted = [_summed(session, which, cell) for cell in (all_calls(), *cells)]
    asked = {field.name for field in fields(which) if getattr(which, field.name) != field.default} - _OF_SPANS
    is_known = not asked or (len(asked) == len(cells) == 1 and which.stance is None)
    calls = min(counted)
    return HowMany(calls, at_most=not is_known, is_any=calls > 0 or _is_in_log(session, which, now))


def _is_in_log(session: Session, which: LogFilter, now: datetime) -> bool:
    days = days_to_look_at(session, which, NEWEST, eastern_day(now))
    return session.scalar(searched(which, NEWEST, 1, days).ids) is not None


def _summed(session: Session, which: LogFilter, cell: Cell) -> int:
    counted, days = _ever(cell) if which.since is None and which.until is None else _within(which, cell)
    summed = select(func.sum(counted.table.c.calls)).where(*counted.wanted, days, *of_campaigns(counted.table, which))
    return max(session.scalar(summed) or 0, 0)


def _within(which: LogFilter, cell: Cell) -> tuple[Cell, ColumnElement[bool]]:
    return cell, cell.table.c.day.between(which.since or EVER + A_DAY, which.until or date.max)


def _ever(cell: Cell) -> tuple[Cell, ColumnElement[bool]]:
    """The same of all days together, however many they are: that is counted too."""
    if cell.table is CountOfDay.__table__:
        months = CountOfMonth.__table__
        return replace(cell, table=months), months.c.month == EVER
    return cell, cell.table.c.day == EVER
