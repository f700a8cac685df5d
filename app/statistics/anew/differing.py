"""Finds calls that are counted otherwise than they are now: to look holds nobody up, to count anew does."""

from collections.abc import Iterable

from sqlalchemy import CompoundSelect, FromClause, Select, except_, select, union
from sqlalchemy.orm import Session

from app.statistics.facts import calls_now, offices_now
from app.statistics.recount import IDS, OF_CALL, OF_OFFICE, id_list
from app.store.once import Once
from models import Call, CountedCall, CountedOffice


def differing(session: Session, call_ids: Iterable[int]) -> frozenset[int]:
    """Those of these calls that count for something else now, or are not counted yet."""
    return frozenset(row["call_id"] for row in _DIFFERING.rows(session, ids=id_list(call_ids)))


def _differing() -> Select[int]:
    calls = calls_now(Call.id == IDS).cte("call_now")
    counted = select(CountedCall).where(CountedCall.call_id == IDS).cte("call_before")
    offices = offices_now(Call.id == IDS).cte("office_now")
    counted_offices = select(CountedOffice).where(CountedOffice.call_id == IDS).cte("office_before")
    several = (
        _but(calls, counted, OF_CALL),
        _but(offices, counted_offices, OF_OFFICE),
        _but(counted_offices, offices, OF_OFFICE),
    )
    ids = union(*(select(rows.subquery().c.call_id) for rows in several)).subquery("differs")
    return select(ids.c.call_id)


def _but(these: FromClause, those: FromClause, columns: Iterable[str]) -> CompoundSelect[*tuple[object, ...]]:
    names = list(columns)
    return except_(select(*(these.c[name] for name in names)), select(*(those.c[name] for name in names)))


_DIFFERING = Once(_differing)
