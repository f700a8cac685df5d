"""The carrier takes so many calls a second: whoever asks for one takes the next moment, across all workers."""

from datetime import timedelta

from sqlalchemy import ColumnElement, case, func, select, update
from sqlalchemy.dialects.postgresql import INTERVAL, insert
from sqlalchemy.orm import Session

from app.store.job_queue import forgotten
from app.store.once import Once, param
from models import CarrierPace

THE_ROW = 1
NOTHING = timedelta()
SOON = timedelta(milliseconds=20)  # as good as now: the moments after it are no earlier for that
A_FEW, AT_LEAST = 3, timedelta(seconds=10)  # gaps ahead of which no pace gives a moment away


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


def is_out_of_step(wait: timedelta, calls_per_second: float) -> bool:
    """Whether the carrier's next moment lies so far ahead as no pace puts it: the database's clock was set back."""
    return wait > _furthest(calls_per_second)


def set_right(session: Session, calls_per_second: float, task: str) -> None:
    """Let it be now, unless that was done since; and forget the job of this name that waits for it until then."""
    _SET_RIGHT.rows(session, wait=_furthest(calls_per_second), task=task)


def _furthest(calls_per_second: float) -> timedelta:
    return A_FEW * timedelta(seconds=1 / calls_per_second) + AT_LEAST


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
_AHEAD = param("wait", INTERVAL)
_IS_NOW = (
    update(CarrierPace)
    .where(CarrierPace.id == THE_ROW, CarrierPace.next_at > func.clock_timestamp() + _AHEAD)
    .values(next_at=func.clock_timestamp())
    .returning(CarrierPace.next_at)
    .cte("is_now")
)
_SET_RIGHT = Once(lambda: select(_IS_NOW.c.next_at).add_cte(forgotten(_AHEAD)))
_TURN = Once(lambda: select(_TAKEN.c.next_at))
