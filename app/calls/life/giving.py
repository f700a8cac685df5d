"""Gives a call the offices that it reaches for, once they are known."""

from sqlalchemy import CTE, Integer, Select, String, select, update
from sqlalchemy.orm import Session

from app.calls.life.status import CALL_ID, Beside, Values
from app.calls.plan import PlannedOffice, as_rows, first_of, reached_for
from app.store.once import Once, param
from models import Call

_BEGINS_AT: Values = {"office_at": param("office_at", Integer), "town": param("town", String)}


def gives_offices(call: CTE) -> Beside:
    """Beside a turn: write the offices of `offices_given` down. The call begins with the first that can be rung."""
    return Beside((reached_for(call, call.c.call_id),), _BEGINS_AT)


def offices_given(offices: tuple[PlannedOffice, ...], town: str) -> dict[str, object]:
    """As parameters of a statement with `gives_offices` in it."""
    return {"offices": as_rows(offices), "office_at": first_of(offices)[0], "town": town}


def _giving() -> Select[int]:
    mine = update(Call).where(Call.id == CALL_ID).values(dict(_BEGINS_AT))
    call = mine.returning(Call.id.label("call_id")).cte("given_to")
    return select(call.c.call_id).add_cte(reached_for(call, call.c.call_id))


_GIVE = Once(_giving)


def give_offices(session: Session, call_id: int, offices: tuple[PlannedOffice, ...], town: str) -> None:
    """The same by itself, for a call that has none and that nobody else changes meanwhile."""
    _GIVE.row(session, call_id=call_id, **offices_given(offices, town))
