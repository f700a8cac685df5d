"""The carrier takes so many calls a second: whoever asks for one takes the next moment, across all workers."""

from sqlalchemy import func, literal
from sqlalchemy.dialects.postgresql import INTERVAL, insert
from sqlalchemy.orm import Session
from sqlalchemy.sql import cast

from models import CarrierPace

THE_ROW = 1


def take_turn(session: Session, calls_per_second: float) -> float:
    """Take the next moment in which the carrier may be asked; returns the seconds until then."""
    gap = cast(literal(f"{1 / calls_per_second} seconds"), INTERVAL)
    first = insert(CarrierPace).values(id=THE_ROW, next_at=func.clock_timestamp() + gap)
    following = func.greatest(CarrierPace.next_at, func.clock_timestamp()) + gap
    taken = first.on_conflict_do_update(index_elements=[CarrierPace.id], set_={"next_at": following})
    wait = func.extract("epoch", CarrierPace.next_at - gap - func.clock_timestamp())
    return max(0.0, float(session.scalar(taken.returning(wait)) or 0))
