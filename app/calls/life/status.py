"""Moves a call along its life: the only code that writes a status, in one statement with what happened by it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import (
    CTE,
    ColumnElement,
    SQLColumnExpression,
    and_,
    case,
    exists,
    func,
    literal,
    null,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session, aliased

from app.calls.life import events
from app.store.rows import by_name
from models import (
    ENDINGS,
    HOLDING,
    IN_FLIGHT,
    Call,
    CallStatus,
    EndReason,
    EventSource,
    LineOutcome,
    ReportedOutcome,
    may_come_before,
)

Values = Mapping[str, SQLColumnExpression[object]]
NOTHING: Values = {}


@dataclass(frozen=True)
class CallState:
    """What the log says of a call after a change; `anybody_waits` for the line of some office, this call's or not."""

    status: CallStatus
    line_outcome: LineOutcome | None
    reported_outcome: ReportedOutcome | None
    anybody_waits: bool = False


def begin_call(session: Session, call: Call, status: CallStatus, *, source: EventSource) -> int | None:
    """Write a new call down with its offices; None if the database has one that excludes it, and nothing was written.

    That is one of the same form, or another that is under way to the same number.
    """
    columns = {name: value for name, value in vars(call).items() if name in Call.__table__.columns}
    new = insert(Call).values({**columns, "status": status}).on_conflict_do_nothing()
    made = new.returning(Call.id, Call.status, Call.office_at).cte("made")
    call_id = session.scalar(select(made.c.id).add_cte(events.begun(made, source)))
    if call_id is not None:
        call.id = call_id
        for office in call.offices:
            office.call_id = call_id
        session.add_all(call.offices)
        session.flush()
    return call_id


def move_call(
    session: Session,
    call_id: int,
    status: CallStatus,
    *,
    source: EventSource,
    reason: EndReason | None = None,
    only_if: Iterable[ColumnElement[bool]] = (),
    also: Values = NOTHING,
) -> bool:
    """Move a call if `status` may follow its present one, and `only_if` holds; returns whether it did.

    `also` are further columns to write then.
    """
    may = (Call.status.in_(may_come_before(status)), *only_if)
    return change_call(session, call_id, status, source=source, reason=reason, only_if=may, also=also) is not None


def change_call(
    session: Session,
    call_id: int,
    status: CallStatus | None,
    *,
    source: EventSource,
    rank: int | None = None,
    reason: EndReason | None = None,
    only_if: Iterable[ColumnElement[bool]] = (),
    also: Values = NOTHING,
) -> CallState | None:
    """Move a call if it may, write `also` whether it moves or not, and keep what happened; None if there is no such.

    `rank` is the office of which the status is told, None for the supporter's own phone. What is told of a later
    office moves the call on to that office; what is still told of an earlier one moves nothing.
    """
    before = (
        select(Call.id, Call.status, _may_move(status, rank).label("moves"), *events.CAME_OF_IT)
        .where(Call.id == call_id, *only_if)
        .with_for_update(key_share=True)
        .cte("before")
    )
    after = _after(before, {**also, **_reason_values(reason), **_status_values(before.c.moves, status, rank)})
    shown = select(after.c.status, after.c.line_outcome, after.c.reported_outcome, _anybody_waits())
    row = session.execute(shown.add_cte(events.changed(before, after, source))).mappings().one_or_none()
    return by_name(CallState, row) if row else None


def _after(before: CTE, values: Values) -> CTE:
    changed = update(Call).where(Call.id == before.c.id).values(dict(values))
    return changed.returning(Call.id, Call.status, Call.office_at, Call.reported_outcome, *events.CAME_OF_IT).cte(
        "after"
    )


def _anybody_waits() -> ColumnElement[bool]:
    waiting = aliased(Call)
    return exists().where(waiting.waits_for.is_not(None), waiting.status.in_(IN_FLIGHT)).label("anybody_waits")


def _may_move(status: CallStatus | None, rank: int | None) -> ColumnElement[bool]:
    if status is None:
        return literal(value=False)
    follows = Call.status.in_(may_come_before(status))
    if rank is None:
        return follows
    goes_on = and_(Call.office_at < rank, Call.status.in_(IN_FLIGHT))
    return or_(goes_on, and_(Call.office_at == rank, follows))


def _status_values(moves: ColumnElement[bool], status: CallStatus | None, rank: int | None) -> Values:
    """Columns that move a call to `status` where that may follow, and leave it alone where it may not."""
    if status is None:
        return {}
    ended = {"ended_at": case((moves, func.now()), else_=Call.ended_at)} if status in ENDINGS else {}
    freed = {"holds_line": case((moves, null()), else_=Call.holds_line)} if status not in HOLDING else {}
    arrived = {"office_at": case((moves, rank), else_=Call.office_at)} if rank is not None else {}
    return {
        "status": case((moves, status), else_=Call.status),
        "status_since": case((moves, func.now()), else_=Call.status_since),
        **arrived,
        **ended,
        **freed,
    }


def _reason_values(reason: EndReason | None) -> Values:
    """The column that says why a call ends; the first reason stays."""
    return {"end_reason": func.coalesce(Call.end_reason, reason)} if reason else {}
