"""Applies what is known of a leg: once, forward only, whatever the order in which it was heard."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    CTE,
    ColumnElement,
    DateTime,
    Integer,
    ScalarSelect,
    Select,
    String,
    and_,
    case,
    func,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.calls.life.status import CALL_ID, RANK, Beside, Values
from app.store.once import any_of, param, text_array
from app.telephony.outcomes import OFFICE_LEG, SUPPORTER_LEG
from models import (
    LEG_ENDINGS,
    Call,
    CalledOffice,
    CallStatus,
    Leg,
    LegRole,
    LegStatus,
    LineOutcome,
    leg_may_come_before,
)


@dataclass(frozen=True)
class LegNews:
    """What somebody told us of a leg. Times are the carrier's; `duration` is in seconds.

    `rank` is that of the office whose leg it is, None for the supporter's.
    """

    sid: str
    rank: int | None
    status: LegStatus
    ringing_at: datetime | None = None
    answered_at: datetime | None = None
    ended_at: datetime | None = None
    duration: int | None = None

    @property
    def role(self) -> LegRole:
        """Whose phone it is."""
        return LegRole.SUPPORTER if self.rank is None else LegRole.OFFICE

    @property
    def means(self) -> CallStatus:
        """What this says about the whole call."""
        return (SUPPORTER_LEG if self.role is LegRole.SUPPORTER else OFFICE_LEG)[self.status]

    @property
    def is_end(self) -> bool:
        """Whether the leg is over."""
        return self.status in LEG_ENDINGS

    def values(self) -> dict[str, object]:
        """As parameters of a statement with `leg_told` in it."""
        return {
            "leg_sid": self.sid,
            "leg_role": self.role,
            "leg_status": self.status,
            "leg_may_come_before": _BEFORE_IT[self.status],
            "ringing_at": self.ringing_at,
            "answered_at": self.answered_at,
            "ended_at": self.ended_at,
            "duration_seconds": self.duration,
        }


_BEFORE_IT = {status: text_array(leg_may_come_before(status)) for status in LegStatus}

LEG_ROLE, LEG_SID = param("leg_role", String), param("leg_sid", String)
MOMENT = DateTime(timezone=True)
TOLD: Values = {
    "status": param("leg_status", String),
    "ringing_at": param("ringing_at", MOMENT),
    "answered_at": param("answered_at", MOMENT),
    "ended_at": param("ended_at", MOMENT),
    "duration_seconds": param("duration_seconds", Integer),
}
LEG = (Leg.id, Leg.role, Leg.status, Leg.ringing_at, Leg.answered_at, Leg.ended_at, Leg.duration_seconds)
FORWARD = type_coerce(Leg.status, String) == any_of("leg_may_come_before")


def lock_call(session: Session, call_id: int) -> bool:
    """Let nobody else change the call until this transaction ends; returns whether there is such a call."""
    mine = select(Call.id).where(Call.id == call_id).with_for_update(key_share=True)
    return session.scalar(mine) is not None


def leg_told(call: CTE) -> Beside:
    """Keep the news of `LegNews.values()` of the one call in `call`."""
    leg = told_leg(call)
    return Beside((leg,), {"line_outcome": _line_outcome(leg)})


def told_leg(call: CTE) -> CTE:
    """Write that news down; the row is of the leg as it is then."""
    columns: Values = {
        "call_id": call.c.call_id,
        "role": LEG_ROLE,
        "called_office_id": office_at(),
        "carrier_sid": LEG_SID,
        **TOLD,
    }
    of_somebody = or_(LEG_ROLE == LegRole.SUPPORTER, office_at().is_not(None))  # a call may know of no office yet
    new = insert(Leg).from_select(list(columns), select(*columns.values()).select_from(call).where(of_somebody))
    first = {name: func.coalesce(getattr(Leg, name), new.excluded[name]) for name in TOLD}
    # Of two reports on one leg that end it differently, the one by which people talked is right.
    talked = and_(new.excluded.status == LegStatus.COMPLETED, new.excluded.duration_seconds > 0)
    told = {
        "status": case((or_(FORWARD, talked), new.excluded.status), else_=Leg.status),
        "duration_seconds": func.greatest(Leg.duration_seconds, new.excluded.duration_seconds),
    }
    wanted = new.on_conflict_do_update(
        index_elements=[Leg.carrier_sid], set_={**first, **told}, where=Leg.call_id == CALL_ID
    )
    return wanted.returning(*LEG).cte("leg_told")


def ending(*only_if: ColumnElement[bool], gate: Callable[[CTE], CTE] | None = None) -> Select[int]:
    """The statement that keeps such news of a leg that is over.

    No row where `only_if` does not hold, or the `gate` was passed before.
    """
    this = select(Call.id.label("call_id")).where(Call.id == CALL_ID, *only_if)
    mine = this.with_for_update(key_share=True).cte("before")
    call = gate(mine) if gate else mine
    return select(call.c.call_id).add_cte(*leg_told(call).written)


def _line_outcome(leg: CTE) -> ColumnElement[LineOutcome | None]:
    """An office that is on the line has answered. All else is derived when a leg is over."""
    talks = select(and_(leg.c.role == LegRole.OFFICE, leg.c.status == LegStatus.IN_PROGRESS)).scalar_subquery()
    return case((and_(talks, Call.ended_at.is_(None)), LineOutcome.ANSWERED), else_=Call.line_outcome)


def office_at() -> ScalarSelect[int]:
    """The id of the office at the rank that is told of; NULL where that is the supporter's phone."""
    there = select(CalledOffice.id).where(CalledOffice.call_id == CALL_ID, CalledOffice.rank == RANK)
    return there.scalar_subquery()
