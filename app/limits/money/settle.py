"""Settles what a call cost: what was reserved for it is free again, and what it cost is counted once, however late."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import BigInteger, Boolean, DateTime, Select, SmallInteger, and_, case, literal, select, update
from sqlalchemy.orm import Session

from app.limits.money.periods import NOTHING, is_counted, on
from app.store.once import Once, param
from models import DOLLARS, CallCost, Spending


@dataclass(frozen=True)
class Cost:
    """What a call cost, as far as that is known: its legs, and what was spoken and listened to.

    `is_estimate` where the carrier has not told the price of each leg; then it is asked again `is_asked_at`.
    """

    legs: Decimal
    speech: Decimal
    is_estimate: bool
    is_asked_at: datetime | None = None
    times_asked: int = 0


def settle(session: Session, call_id: int, campaign_id: int, day: date, cost: Cost) -> None:
    """Count it on the day on which it was placed, in place of what was reserved, or of what it was taken to cost."""
    values = {name: getattr(cost, name) for name in cost.__dataclass_fields__}
    _SETTLED.row(session, call_id=call_id, campaign_id=campaign_id, **on(day), **values)


def _settled() -> Select[int]:
    """The rows of the day and the month are taken in the order in which all take them.

    The call is locked before it is changed: whoever has changed a row does not find it to lock it.
    """
    legs, speech, is_estimate = param("legs", DOLLARS), param("speech", DOLLARS), param("is_estimate", Boolean)
    key = (Spending.campaign_id, Spending.span, Spending.since)
    mine = select(*key).where(is_counted()).order_by(Spending.campaign_id, Spending.span)
    locked = mine.with_for_update().cte("locked")
    call_id = param("call_id", BigInteger)
    was = (CallCost.call_id, CallCost.reserved, (CallCost.legs + CallCost.speech).label("spent"), CallCost.is_estimate)
    before = select(*was).where(CallCost.call_id == call_id).with_for_update().cte("before")
    estimated = case((before.c.is_estimate, before.c.spent), else_=literal(NOTHING, DOLLARS))
    estimated_now = case((is_estimate, legs + speech), else_=literal(NOTHING, DOLLARS))
    counted = (
        update(Spending)
        .where(and_(*(locked.c[it.key] == it for it in key)), before.c.call_id == call_id)
        .values(
            spent=Spending.spent - before.c.spent + legs + speech,
            reserved=Spending.reserved - before.c.reserved,
            estimated=Spending.estimated - estimated + estimated_now,
        )
        .returning(Spending.campaign_id)
        .cte("counted")
    )
    now: dict[str, object] = {
        "legs": legs,
        "speech": speech,
        "is_estimate": is_estimate,
        "reserved": literal(NOTHING, DOLLARS),
        "is_asked_at": param("is_asked_at", DateTime(timezone=True)),
        "times_asked": param("times_asked", SmallInteger),
    }
    kept = (
        update(CallCost).where(CallCost.call_id == before.c.call_id).values(now).returning(CallCost.call_id).cte("kept")
    )
    return select(kept.c.call_id).add_cte(counted)


_SETTLED = Once(_settled)
