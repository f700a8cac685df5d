"""Moves a call along its life: the only code that writes a status, in one statement with what happened by it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import (
    CTE,
    BigInteger,
    ColumnElement,
    Select,
    SmallInteger,
    SQLColumnExpression,
    String,
    and_,
    case,
    exists,
    func,
    literal_column,
    not_,
    null,
    or_,
    select,
    type_coerce,
    update,
)
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session, aliased

from app.calls.life import events
from app.store.once import Once, any_of, param, text_array
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

# From where a call may move to each status, and from nowhere to none.
_BEFORE: Mapping[CallStatus | None, frozenset[CallStatus]] = {
    None: frozenset(),
    **{status: may_come_before(status) for status in CallStatus},
}
_AS_TEXT = {status: text_array(before) for status, before in _BEFORE.items()}

Values = Mapping[str, SQLColumnExpression[object]]
NOTHING: Values = {}

# What is another one after every change of the call; and whether it is still that which was read.
VERSION: ColumnElement[str] = literal_column("call.xmin::text", String)
AS_READ = VERSION.op("=", is_comparison=True)(param("version", String))


# What a change is of, and to what: the parameters of every statement that `changing` makes.
CALL_ID = param("call_id", BigInteger)
STATUS = param("status", String)
MAY_COME_BEFORE = any_of("may_come_before")
RANK = param("rank", SmallInteger)
REASON = param("reason", String)


@dataclass(frozen=True)
class CallState:
    """What the log says of a call after a change."""

    status: CallStatus
    line_outcome: LineOutcome | None
    reported_outcome: ReportedOutcome | None


@dataclass(frozen=True)
class KnownState(CallState):
    """The same of a call that was known before: `at` is the office that it has come to, `version` which it is now."""

    at: int
    version: str


@dataclass(frozen=True)
class Change:
    """To move a call to `status`, if that may follow its present one; None to leave it where it is.

    `rank` is the office of which the status is told, None for the supporter's own phone. What is told of a later
    office moves the call on to that office; what is still told of an earlier one moves nothing. The first `reason`
    stays.
    """

    status: CallStatus | None
    source: EventSource
    rank: int | None = None
    reason: EndReason | None = None

    def values(self) -> dict[str, object]:
        """As parameters of a statement that `changing` made."""
        return {
            "status": self.status,
            "may_come_before": _AS_TEXT[self.status],
            "rank": self.rank,
            "reason": self.reason,
            "source": self.source,
        }

    def moves(self, status: CallStatus, office_at: int) -> bool:
        """Whether it moves a call that was read and is so: the same as `_may_move` has the database decide."""
        follows = status in _BEFORE[self.status]
        if self.rank is None or self.rank == office_at:
            return follows
        return self.rank > office_at and self.status is not None and status in IN_FLIGHT


@dataclass(frozen=True)
class Beside:
    """What the same statement writes elsewhere, and the `columns` of the call that go by it.

    Where a call begins, `told` of it is told with the call's id.
    """

    written: tuple[CTE, ...]
    columns: Values = field(default_factory=dict)
    told: Values = field(default_factory=dict)


Part = Callable[[CTE], Beside]


def new_call(columns: Values, admitted: CTE | None = None) -> CTE:
    """Write a call down with its first status; no row, and nothing written, where there is one that excludes it.

    That is one of the same form, or another that is under way to the same number. Nor where nothing is `admitted`.
    One that is told afterwards is over at once.
    """
    row = select(*columns.values(), STATUS, case((STATUS.in_(ENDINGS), func.now())))
    given = row if admitted is None else row.select_from(admitted)
    new = insert(Call).from_select([*columns, "status", "ended_at"], given).on_conflict_do_nothing()
    return new.returning(Call.id, Call.campaign_id, Call.rehearsal, Call.status, Call.office_at).cte("made")


class Move:
    """To move a call if its new status may follow, and `only_if` holds; `also` are further columns to write then.

    Made once a process. Both may have parameters of their own, which `of` takes by name.
    """

    def __init__(self, *only_if: ColumnElement[bool], also: Values = NOTHING) -> None:
        self._statement = Once(lambda: changing(only_if=(may_follow(), *only_if), also=also))

    def of(
        self,
        session: Session,
        call_id: int,
        status: CallStatus,
        *,
        source: EventSource,
        reason: EndReason | None = None,
        **values: object,
    ) -> bool:
        """Move the call; returns whether it did."""
        change = Change(status, source, reason=reason)
        return self._statement.row(session, call_id=call_id, **change.values(), **values) is not None


def changing(
    *parts: Part,
    gate: Callable[[CTE], CTE] | None = None,
    only_if: tuple[ColumnElement[bool], ...] = (),
    also: Values = NOTHING,
) -> Select[*tuple[object, ...]]:
    """The statement that changes a call and keeps what happened, with a row of its `CallState`.

    No row, and nothing written, where there is no such call, `only_if` does not hold, or the `gate` was passed before.
    """
    before = _before(only_if)
    call = gate(before) if gate else before
    beside = [part(call) for part in parts]
    columns = {name: value for one in beside for name, value in one.columns.items()}
    after = _after(before, call, {**also, **_status_values(before.c.moves), **_heard(before.c.moves, also), **columns})
    was_over = before.c.status.in_(ENDINGS)
    state = (after.c.status, after.c.line_outcome, after.c.reported_outcome)
    told = select(*state, was_over.label("was_over"), _freed(before, after))
    of_both = told.join_from(after, before, after.c.call_id == before.c.call_id)
    return of_both.add_cte(*(cte for one in beside for cte in one.written), events.changed(before, after, was_over))


def changing_known(*, moves: bool, beside: Callable[[CTE], tuple[CTE, ...]]) -> Select[*tuple[object, ...]]:
    """The same of a call that was read, for a status that ends nothing and lets go of no line: half as dear.

    The row is of its `KnownState`. No row, and nothing written, where the call is of another `version` now.
    """
    values: Values = {"end_reason": func.coalesce(Call.end_reason, REASON)}
    moved: Values = {"status": STATUS, "status_since": func.now(), "office_at": RANK} if moves else NOTHING
    changed = update(Call).where(Call.id == CALL_ID, AS_READ).values({**values, **moved})
    state = (Call.status, Call.line_outcome, Call.reported_outcome)
    after = changed.returning(Call.id.label("call_id"), Call.office_at, *state, VERSION.label("version")).cte("after")
    told = (events.moved(after),) if moves else ()
    known = (after.c.status, after.c.line_outcome, after.c.reported_outcome, after.c.office_at.label("at"))
    return select(*known, after.c.version).add_cte(*beside(after), *told)


def is_as_seen() -> ColumnElement[bool]:
    """Whether the call is as this statement saw it when it began, though it may have waited for whoever changed it.

    Who changes anything of a call changes its row: so all else that the statement read of it holds, too.
    """
    seen = aliased(Call, name="seen")
    version = select(literal_column("seen.xmin::text", String)).where(seen.id == CALL_ID)
    return version.scalar_subquery() == VERSION


def frees_nobody() -> ColumnElement[bool]:
    """Whether nobody waits for the line that the call holds, if it holds one."""
    waiting = aliased(Call)
    return ~exists().where(waiting.waits_for == Call.holds_line, waiting.ended_at.is_(None))


def _before(only_if: tuple[ColumnElement[bool], ...]) -> CTE:
    """The call as it was. Nobody else changes it until the transaction ends."""
    was = (Call.id.label("call_id"), Call.status, Call.holds_line, _may_move().label("moves"), *events.CAME_OF_IT)
    return select(*was).where(Call.id == CALL_ID, *only_if).with_for_update(key_share=True).cte("before")


def _after(before: CTE, call: CTE, values: Values) -> CTE:
    changed = update(Call).where(Call.id == before.c.call_id).values(dict(values))
    if call is not before:
        changed = changed.where(exists(select(call.c.call_id)))
    is_now = (Call.id.label("call_id"), Call.status, Call.office_at, Call.holds_line, Call.reported_outcome)
    return changed.returning(*is_now, *events.CAME_OF_IT).cte("after")


def may_follow() -> ColumnElement[bool]:
    """Whether the new status may follow that of the call."""
    return type_coerce(Call.status, String) == MAY_COME_BEFORE


def _may_move() -> ColumnElement[bool]:
    goes_on = and_(Call.office_at < RANK, Call.status.in_(IN_FLIGHT), STATUS.is_not(None))
    of_this_office = and_(Call.office_at == RANK, may_follow())
    return case((RANK.is_(None), may_follow()), else_=or_(goes_on, of_this_office))


def _status_values(moves: ColumnElement[bool]) -> Values:
    """Columns that move a call to its new status where that may follow, and leave it alone where it may not."""
    ends, lets_go, arrives = STATUS.in_(ENDINGS), STATUS.not_in(HOLDING), RANK.is_not(None)
    return {
        "status": case((moves, STATUS), else_=Call.status),
        "status_since": case((moves, func.now()), else_=Call.status_since),
        "office_at": case((and_(moves, arrives), RANK), else_=Call.office_at),
        "ended_at": case((and_(moves, ends), func.now()), else_=Call.ended_at),
        "more_time": and_(Call.more_time, not_(and_(moves, ends))),
        "holds_line": case((and_(moves, lets_go), null()), else_=Call.holds_line),
        "end_reason": func.coalesce(Call.end_reason, REASON),
    }


def _heard(moves: ColumnElement[bool], also: Values) -> Values:
    """What a caller said so far of where they live: nothing is left of it when the call ends."""
    is_over = or_(Call.ended_at.is_not(None), and_(moves, STATUS.in_(ENDINGS)))
    return {"heard": case((is_over, null()), else_=also.get("heard", Call.heard))}


def _freed(before: CTE, after: CTE) -> ColumnElement[bool]:
    """Whether the call let go of an office's line for which somebody waits."""
    waiting = aliased(Call)
    waits = exists().where(waiting.waits_for == before.c.holds_line, waiting.ended_at.is_(None))
    return and_(before.c.holds_line.is_not(None), after.c.holds_line.is_(None), waits).label("is_freed")


_MOVE = Move()
move_call = _MOVE.of
