"""Moves a call along its life: the only code that writes a status, always by one conditional UPDATE."""

from sqlalchemy import ColumnElement, and_, case, func, null, or_, update
from sqlalchemy.orm import InstrumentedAttribute, Session
from sqlalchemy.sql.dml import ReturningUpdate

from models import ENDINGS, HOLDING, IN_FLIGHT, Call, CallStatus, EndReason, may_come_before

# What an UPDATE writes into columns of `call`.
Columns = dict[InstrumentedAttribute[object], ColumnElement[object]]


def status_values(status: CallStatus | None, rank: int | None = None) -> Columns:
    """Columns that move a call to `status` where that may follow, and leave it alone where it may not.

    `rank` is the office of which the status is told, None for the supporter's own phone. What is told of a later
    office moves the call on to that office; what is still told of an earlier one moves nothing.
    """
    if status is None:
        return {}
    moves = _may_move(status, rank)
    ended: Columns = {Call.ended_at: case((moves, func.now()), else_=Call.ended_at)} if status in ENDINGS else {}
    freed: Columns = {Call.holds_line: case((moves, null()), else_=Call.holds_line)} if status not in HOLDING else {}
    arrived: Columns = {Call.office_at: case((moves, rank), else_=Call.office_at)} if rank is not None else {}
    return {
        Call.status: case((moves, status), else_=Call.status),
        Call.status_since: case((moves, func.now()), else_=Call.status_since),
        **arrived,
        **ended,
        **freed,
    }


def _may_move(status: CallStatus, rank: int | None) -> ColumnElement[bool]:
    follows = Call.status.in_(may_come_before(status))
    if rank is None:
        return follows
    goes_on = and_(Call.office_at < rank, Call.status.in_(IN_FLIGHT))
    return or_(goes_on, and_(Call.office_at == rank, follows))


def move_call(
    session: Session,
    call_id: int,
    status: CallStatus,
    *,
    reason: EndReason | None = None,
) -> bool:
    """Move a call if `status` may follow its present one; returns whether it did. Does not commit."""
    moved: ReturningUpdate[int] = (
        update(Call)
        .where(Call.id == call_id, Call.status.in_(may_come_before(status)))
        .values({**status_values(status), **reason_values(reason)})
        .returning(Call.id)
    )
    return session.execute(moved).first() is not None


def reason_values(reason: EndReason | None) -> Columns:
    """The column that says why a call ends; the first reason stays."""
    return {Call.end_reason: func.coalesce(Call.end_reason, reason)} if reason else {}
