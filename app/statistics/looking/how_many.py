"""Tells how many calls a filter has, as far as it is counted: to count the calls themselves would read all of them."""

from dataclasses import dataclass, fields
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.calls.shown.log.filter import LogFilter
from app.statistics.looking.where_to_look import Cell, all_calls, cells_of, of_campaigns
from app.statistics.told import A_DAY
from models import EVER

_OF_SPANS = {"campaign_id", "campaigns", "since", "until"}  # by which everything is counted


@dataclass(frozen=True)
class HowMany:
    """So many, a few seconds ago; `at_most` where what was asked for together is not counted together."""

    calls: int
    at_most: bool


def how_many(session: Session, which: LogFilter) -> HowMany | None:
    """None where statistics tell nothing: of rehearsals, and of one call."""
    if which.rehearsals or which.call_id is not None:
        return None
    cells = list(cells_of(which))
    counted = [_summed(session, which, cell) for cell in (all_calls(), *cells)]
    asked = {field.name for field in fields(which) if getattr(which, field.name) != field.default} - _OF_SPANS
    is_known = not asked or (len(asked) == len(cells) == 1 and which.stance is None)
    return HowMany(min(counted), at_most=not is_known)


def _summed(session: Session, which: LogFilter, cell: Cell) -> int:
    it = cell.table.c
    days = it.day.between(which.since or EVER + A_DAY, which.until or date.max)
    summed = select(func.sum(it.calls)).where(*cell.wanted, days, *of_campaigns(cell.table, which))
    return max(session.scalar(summed) or 0, 0)
