"""The carrier takes so many calls a second: whoever asks for one takes the next moment, across all workers."""

from datetime import timedelta

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.dialects.postgresql import INTERVAL, insert
from sqlalchemy.orm import Session

from app.store.once import Once, param
from models import CarrierPace

THE_ROW = 1
NOTHING = timedelta()
SOON = timedelta(milliseconds=20)  # as good as now: the moments after it are no earlier for that


def wait_for_turn() -> ColumnElement[timedelta]:
    """In a statement: how long it is until the carrier may be asked; nothing if that is soon."""
    wait = CarrierPace.next_at - func.clock_timestamp()
    told = select(case((wait > SOON, wait), else_=NOTHING)).where(CarrierPace.id == THE_ROW).scalar_subquery()
    return func.coalesce(told, NOTHING, type_=INTERVAL)


def take_turn(session: Session, calls_per_second: float) -> bool:
    """Take the moment in which the carrier may be asked, if that is now; the next one is so much later."""
    return _TURN.row(session, gap=timedelta(seconds=1 / calls_per_second)) is not None


def until_turn(session: Session) -> timedelta:
    """How long it is until the carrier may be asked."""
    return session.scalar(select(wait_for_turn())) or NOTHING


_GAP = param("gap", INTERVAL)
_TAKEN = (
    insert(CarrierPace)
    .values(id=THE_ROW, next_at=func.clock_timestamp() + _GAP)
    .on_conflict_do_update(
        index_elements=[CarrierPace.id],
        set_={"next_at": func.greatest(CarrierPace.next_at, func.clock_timestamp()) + _GAP},
        where=CarrierPace.next_at <= func.clock_timestamp() + SOON,
    )
    .returning(CarrierPace.next_at)
    .cte("taken")
)
_TURN = Once(lambda: select(_TAKEN.c.next_at))
