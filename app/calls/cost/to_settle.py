"""Calls whose cost is to be counted, or counted anew, and what is known of them: few at a time, along an index."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from sqlalchemy import ColumnElement, Select, exists, func, or_, select
from sqlalchemy.orm import Session

from app.calls.cost.at_most import LISTENED_TURNS
from app.calls.cost.of_legs import LegTold, cost_of, listening_steps
from app.calls.life.carrier_events import TURN
from app.config import Settings
from app.limits.money.settle import Cost
from app.store.rows import by_name
from app.telephony.profiles import profile_of
from models import LEG_ENDINGS, Call, CallCost, CalledOffice, CarrierEvent, Leg, OfficeLine

REPORTS_COME_WITHIN = timedelta(seconds=30)
GIVES_UP_AFTER = timedelta(hours=1)  # a leg of which nobody hears any more may have cost all that was reserved
AT_ONCE, ASKED_AT_ONCE = 200, 20


@dataclass(frozen=True)
class ToSettle:
    """A call that is over, as its cost is kept; `is_open` where the end of one of its legs is not known."""

    call_id: int
    campaign_id: int
    day: date
    a_minute: Decimal
    reserved: Decimal
    times_asked: int
    ended_at: datetime
    is_open: bool


def ended(session: Session, now: datetime) -> list[ToSettle]:
    """Those for which money is reserved still; nobody else settles them until the transaction ends."""
    waited = Call.ended_at <= now - REPORTS_COME_WITHIN
    is_time = or_(~_has_open_leg(), Call.ended_at <= now - GIVES_UP_AFTER)
    due = _select().where(CallCost.reserved > 0, waited, is_time).order_by(CallCost.call_id).limit(AT_ONCE)
    return _read(session, due)


def to_ask_about(session: Session, now: datetime) -> list[ToSettle]:
    """Those about which the carrier is to be asked now."""
    due = _select().where(CallCost.is_asked_at <= now).order_by(CallCost.is_asked_at).limit(ASKED_AT_ONCE)
    return _read(session, due)


def costs_of(session: Session, calls: Sequence[ToSettle], settings: Settings) -> Mapping[int, Cost]:
    """What each cost; one of whose end the carrier never told may have cost all that was reserved."""
    legs, turns, prices = _legs(session, calls), _listened_turns(session, calls, settings), settings.price_table
    costs: dict[int, Cost] = {}
    for call in calls:
        known = cost_of(legs.get(call.call_id, []), prices, call.a_minute, turns.get(call.call_id, 0))
        is_unknown = call.is_open and call.reserved > 0
        costs[call.call_id] = Cost(call.reserved, Decimal(0), is_estimate=True) if is_unknown else known
    return costs


def _read(session: Session, due: Select[*tuple[object, ...]]) -> list[ToSettle]:
    alone = due.with_for_update(of=CallCost, skip_locked=True)
    return [by_name(ToSettle, row) for row in session.execute(alone).mappings()]


def _select() -> Select[*tuple[object, ...]]:
    columns = (
        CallCost.call_id,
        CallCost.campaign_id,
        CallCost.day,
        CallCost.a_minute,
        CallCost.reserved,
        CallCost.times_asked,
    )
    return select(*columns, Call.ended_at, _has_open_leg().label("is_open")).join(Call, Call.id == CallCost.call_id)


def _has_open_leg() -> ColumnElement[bool]:
    return exists().where(Leg.call_id == CallCost.call_id, Leg.status.not_in(sorted(LEG_ENDINGS)))


def _legs(session: Session, calls: Sequence[ToSettle]) -> Mapping[int, list[LegTold]]:
    columns = (Leg.role, Leg.duration_seconds, Leg.answered_at, Leg.ended_at, Leg.price, Leg.price_unit)
    rows = (
        select(Leg.call_id, OfficeLine.e164.label("number"), *columns)
        .outerjoin(CalledOffice, CalledOffice.id == Leg.called_office_id)
        .outerjoin(OfficeLine, OfficeLine.id == CalledOffice.office_line_id)
        .where(Leg.call_id.in_([call.call_id for call in calls]))
    )
    legs: dict[int, list[LegTold]] = {}
    for row in session.execute(rows).mappings() if calls else ():
        legs.setdefault(row["call_id"], []).append(by_name(LegTold, row))
    return legs


def _listened_turns(session: Session, calls: Sequence[ToSettle], settings: Settings) -> Mapping[int, int]:
    """At how many questions of each the carrier listened."""
    if not calls or not profile_of(settings).can.listens:
        return {}
    asked = (CarrierEvent.kind == TURN, CarrierEvent.name.in_(sorted(listening_steps())))
    mine = CarrierEvent.call_id.in_([call.call_id for call in calls])
    turns = select(CarrierEvent.call_id, func.count()).where(mine, *asked).group_by(CarrierEvent.call_id)
    return {call_id: min(how_many, LISTENED_TURNS) for call_id, how_many in session.execute(turns).all()}
