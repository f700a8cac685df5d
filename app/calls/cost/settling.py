"""Settles calls that are over, and asks the carrier what they cost: it tells late, and sometimes never."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog
from sqlalchemy import update
from sqlalchemy.orm import Session

from app.calls.cost.at_most import share_of_calls
from app.calls.cost.to_settle import ToSettle, costs_of, ended, to_ask_about
from app.calls.erasing.records import erase_later
from app.calls.life.newest_leg import supporter_sid
from app.calls.queue.carrier import NOTHING
from app.calls.queue.first import RING_NEXT
from app.config import Settings
from app.limits.holds.by_budget import renew_holds
from app.limits.money.settle import Cost, settle
from app.store.job_queue import defer_one
from app.store.unit import Unit
from app.telephony.carrier import Carrier, CarrierError, CarrierLeg
from models import Leg

log = structlog.get_logger()

MINUTES = (2, 10, 60, 6 * 60, 24 * 60, 3 * 24 * 60, 8 * 24 * 60)
ASKS_AFTER = tuple(timedelta(minutes=it) for it in MINUTES)  # of the end of the call, and then no more


@dataclass(frozen=True)
class Settling:
    """What settling needs."""

    settings: Settings
    now: datetime
    queue: str


def settle_ended(session: Session, how: Settling) -> int:
    """Count what calls cost that ended, and let those go on for whom there is money again; returns how many."""
    due = ended(session, how.now)
    costs = costs_of(session, due, how.settings)
    for call in due:
        _count(session, call, costs[call.call_id], how)
    if renew_holds(session, how.now, share_of_calls(how.settings)):
        defer_one(session, RING_NEXT, NOTHING, queue=how.queue)
    return len(due)


def ask_prices(work: Unit, carrier: Carrier, how: Settling) -> None:
    """Ask about a few calls whose time it is; commits before and after each, since no transaction is open meanwhile."""
    for call in to_ask_about(work.session, how.now):
        sid = work.session.scalar(supporter_sid(call.call_id))
        work.commit_so_far()
        for leg in _told(carrier, sid, call.call_id) if sid else []:
            _keep_price(work.session, leg)
        cost = costs_of(work.session, [call], how.settings)[call.call_id]
        _count(work.session, replace(call, times_asked=call.times_asked + 1), cost, how)
        work.commit_so_far()


def _count(session: Session, call: ToSettle, cost: Cost, how: Settling) -> None:
    """With when the carrier is asked next: no more once it told all, or where there is none that could."""
    is_told = not cost.is_estimate or not how.settings.has_carrier or call.times_asked >= len(ASKS_AFTER)
    later = None if is_told else max(call.ended_at + ASKS_AFTER[call.times_asked], how.now)
    asked = replace(cost, is_asked_at=later, times_asked=call.times_asked)
    settle(session, call.call_id, call.campaign_id, call.day, asked)
    if later is None and how.settings.has_carrier and how.settings.carrier_forgets:
        erase_later(session, call.call_id, how.now)


def _told(carrier: Carrier, sid: str, call_id: int) -> list[CarrierLeg]:
    try:
        leg = carrier.leg(sid)
        return [leg, *carrier.child_legs(sid)] if leg else []
    except CarrierError as error:
        log.warning("price_not_told", call=call_id, code=error.code)
        return []


def _keep_price(session: Session, leg: CarrierLeg) -> None:
    """Carriers tell what they take as a negative number."""
    if leg.price is not None:
        told = {"price": abs(leg.price.amount), "price_unit": leg.price.currency}
        session.execute(update(Leg).where(Leg.carrier_sid == leg.sid).values(told))
