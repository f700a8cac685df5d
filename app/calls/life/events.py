"""Appends what happened to a call, as a part of the very statement that makes it happen."""

from collections.abc import Mapping

from sqlalchemy import (
    CTE,
    ColumnElement,
    FromClause,
    SQLColumnExpression,
    String,
    and_,
    case,
    exists,
    insert,
    literal,
    or_,
    select,
)

from app.store.once import param
from models import ENDINGS, Call, CallEvent, Feedback, WhatHappened

# What may come late: of a call that is over, a change of these is told.
CAME_OF_IT = (Call.line_outcome, Call.end_reason, Call.ring_seconds, Call.talk_seconds, Call.total_seconds)

SOURCE, WAS = param("source", String), param("was", String)


def begun(made: CTE) -> CTE:
    """Append that a call was written down; `made` inserts it."""
    told = {"what": literal(WhatHappened.BEGUN), "to_status": made.c.status, "rank": made.c.office_at}
    return _append(made, {"call_id": made.c.id, **told})


def changed(before: CTE, after: CTE, was_over: ColumnElement[bool]) -> CTE:
    """Append that a call moved, or what came late of one that was over; `after` updates it, `before` is what it was."""
    moved = before.c.moves
    differs = (before.c[column.key].is_distinct_from(after.c[column.key]) for column in CAME_OF_IT)
    came_late = and_(was_over, or_(*differs))
    told = {
        "call_id": after.c.call_id,
        "what": case((moved, WhatHappened.MOVED), else_=WhatHappened.FILLED_IN),
        "from_status": case((moved, before.c.status)),
        "to_status": case((moved, after.c.status)),
        "rank": after.c.office_at,
        "reason": case((after.c.status.in_(ENDINGS), after.c.end_reason)),
    }
    return _append(after.join(before, after.c.call_id == before.c.call_id), told, or_(moved, came_late))


def moved(after: CTE) -> CTE:
    """Append that a call moved which was read before, from the status `was`; `after` updates it."""
    told = {"what": literal(WhatHappened.MOVED), "from_status": WAS, "to_status": after.c.status}
    return _append(after, {"call_id": after.c.call_id, **told, "rank": after.c.office_at})


def reported(kept: CTE, rank: SQLColumnExpression[int]) -> CTE:
    """Append what a supporter said of an office, for the first time or once more; `kept` writes it down."""
    is_more = exists().where(Feedback.called_office_id == kept.c.called_office_id)  # before this statement
    told = {
        "call_id": kept.c.call_id,
        "what": case((is_more, WhatHappened.CORRECTED), else_=WhatHappened.REPORTED),
        "rank": rank,
        "outcome": kept.c.outcome,
    }
    return _append(kept, told, name="said")


def taken_back(report: CTE, rank: SQLColumnExpression[int]) -> CTE:
    """Append that an organizer's `report` of an office was taken back."""
    told = {"call_id": report.c.call_id, "what": literal(WhatHappened.TAKEN_BACK), "rank": rank}
    return _append(report, told, name="said")


def _append(
    happened: FromClause,
    told: Mapping[str, SQLColumnExpression[object]],
    only_if: ColumnElement[bool] | None = None,
    *,
    name: str = "happened",
) -> CTE:
    columns = {**told, "source": SOURCE}
    rows = select(*columns.values()).select_from(happened)
    wanted = rows if only_if is None else rows.where(only_if)
    return insert(CallEvent).from_select(list(columns), wanted).cte(name)
