"""Repairs what got lost: asks the carrier what became of calls of which nothing was heard for a while."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlalchemy import ColumnElement, Select, exists, func, select
from sqlalchemy.orm import Session

from app.calls.life.changes import apply_news
from app.calls.life.legs import LegNews, lock_call
from app.calls.life.newest_leg import supporter_sid
from app.calls.run.found_out import was_found_out
from app.calls.run.to_ask_about import QUIET, all_to_ask_about, claim_next, is_told
from app.calls.run.unheard import ask_again_or_lose
from app.calls.run.untold import end_untold
from app.clock import Clock
from app.guard.phone_vault import PhoneVault
from app.limits.numbers import number_of
from app.store.job_queue import DEFAULT_QUEUE, defer
from app.store.unit import Unit
from app.telephony.carrier import Carrier, CarrierBusy, CarrierError, CarrierLeg
from models import Call, CalledOffice, CallEvent, CallStatus, Campaign, EventSource, Leg, LegStatus, OfficeLine

log = structlog.get_logger()

FOR = timedelta(seconds=40)  # less than three times as long as until the next job
CLOCKS_DIFFER = timedelta(seconds=30)  # the carrier's from ours, at most


@dataclass(frozen=True)
class Reconciling:
    """What reconciling needs."""

    carrier: Carrier
    vault: PhoneVault
    queue: str = DEFAULT_QUEUE


@dataclass(frozen=True)
class Rung:
    """A ring as the carrier lists it: whose phone (empty where that is forgotten), from which number, since when.

    Where the campaign may have had another number by then, it is looked for from whichever.
    """

    phone: str
    caller_id: str | None
    since: datetime


def reconcile_due(work: Unit, how: Reconciling, clock: Clock) -> int:
    """Ask about every call that needs it, one after the other; returns how many. Commits each.

    A job that takes long leaves what is left to the next one, which begins meanwhile, and so does one whose carrier
    says that it is asked too often.
    """
    asked, until = 0, clock() + FOR
    while (now := clock()) < until and (call_id := claim_next(work.session, now)):
        asked += 1
        goes_on = reconcile(work, call_id, now, how)
        work.commit_so_far()
        if not goes_on:
            break
    return asked


def ask_about_all(session: Session, now: datetime, *, queue: str = DEFAULT_QUEUE, at_once: bool = False) -> int:
    """Have every call asked about that needs it at that moment, each by a job of its own; returns how many.

    `at_once`, also those of which something was heard a moment ago.
    """
    due = all_to_ask_about(session, now + QUIET if at_once else now)
    for call_id in due:
        defer(session, "reconcile_call", queue=queue, call_id=call_id, at=int(now.timestamp()))
    return len(due)


def reconcile(work: Unit, call_id: int, now: datetime, how: Reconciling) -> bool:
    """Ask about one call; what the carrier cannot tell now, it is asked for another time.

    Returns whether it may be asked about another call.
    """
    try:
        _reconcile(work, call_id, now, how)
    except CarrierError as error:
        work.roll_back()
        log.warning("carrier_not_asked", call=call_id, code=error.code)
        end_untold(work.session, call_id, now)
        return not isinstance(error, CarrierBusy)
    return True


def _reconcile(work: Unit, call_id: int, now: datetime, how: Reconciling) -> None:
    """Apply what the carrier says of it; commits before it is asked, since no transaction is open meanwhile."""
    session = work.session
    call = session.get_one(Call, call_id)
    sid = session.scalar(supporter_sid(call_id))
    began = call.created_at
    asked = None if sid else _asked_for(session, call, how.vault)
    knows = bool(sid) or call.ended_at is None or session.scalar(_was_handed_over(call_id))
    work.commit_so_far()
    if not knows:
        return
    supporter = how.carrier.leg(sid) if sid else _newest_ring(work, how.carrier, call_id, asked)
    legs = [supporter, *how.carrier.child_legs(supporter.sid)] if supporter else []
    lock_call(session, call_id)
    ranks = _ranks(session, call_id) if len(legs) > 1 else {}
    for leg in sorted(legs, key=lambda leg: (leg.parent_sid is None, leg.created_at or began)):
        apply_news(session, call_id, news_of(leg, _rank_of(leg, ranks)), source=EventSource.RECONCILED)
    was_found_out(session, call_id)
    is_told(session, call_id, now)
    if not legs:
        ask_again_or_lose(session, call_id, now, queue=how.queue)


def _was_handed_over(call_id: int) -> Select[bool]:
    """Whether the carrier was ever asked to ring for this call."""
    return select(exists().where(*_handed_over(call_id)))


def _handed_over(call_id: int) -> tuple[ColumnElement[bool], ...]:
    return CallEvent.call_id == call_id, CallEvent.to_status == CallStatus.DIALING


def _asked_for(session: Session, call: Call, vault: PhoneVault) -> Rung:
    """From the campaign's number, if nothing of it was changed since the call began; else it may have another now.

    Then only what was rung since the call was handed over can be its own: nobody else is rung there meanwhile.
    """
    phone = number_of(vault, call.phone_encrypted) or ""
    handed_over = select(func.max(CallEvent.at)).where(*_handed_over(call.id)).scalar_subquery().label("at")
    is_changed = (Campaign.version != call.campaign_version).label("is_changed")
    of_campaign = select(Campaign.phone_number, is_changed, handed_over).where(Campaign.id == call.campaign_id)
    row = session.execute(of_campaign).one()
    if row.is_changed:
        return Rung(phone, None, (row.at or call.created_at) - CLOCKS_DIFFER)
    return Rung(phone, row.phone_number, call.created_at - CLOCKS_DIFFER)


def _newest_ring(work: Unit, carrier: Carrier, call_id: int, asked: Rung | None) -> CarrierLeg | None:
    """The newest ring of this number that can be this call's, where its id is unknown; commits before more is asked."""
    if asked is None or not asked.phone:
        return None
    rung = carrier.legs_to(asked.phone, caller_id=asked.caller_id, since=asked.since)
    others = select(Leg.carrier_sid).where(Leg.carrier_sid.in_([leg.sid for leg in rung]), Leg.call_id != call_id)
    of_others = frozenset(work.session.scalars(others))
    work.commit_so_far()
    return next((leg for leg in rung if leg.parent_sid is None and leg.sid not in of_others), None)


def _ranks(session: Session, call_id: int) -> dict[str, int]:
    """The ranks of the call's offices: by the carrier's id of a leg that is known, and by the number it rang."""
    of_call = select(CalledOffice.rank, OfficeLine.e164, Leg.carrier_sid).join(OfficeLine)
    rows = session.execute(of_call.outerjoin(Leg).where(CalledOffice.call_id == call_id).order_by(CalledOffice.rank))
    ranks: dict[str, int] = {}
    for rank, number, sid in rows:
        ranks.setdefault(number, rank)
        if sid:
            ranks[sid] = rank
    return ranks


def _rank_of(leg: CarrierLeg, ranks: dict[str, int]) -> int | None:
    """Whose leg it is: an office's by its rank, None for the supporter's."""
    if leg.parent_sid is None:
        return None
    return ranks.get(leg.sid, ranks.get(leg.to, min(ranks.values(), default=0)))


def news_of(leg: CarrierLeg, rank: int | None) -> LegNews:
    """What the carrier answered, as news. It does not say when a phone began to ring: about when it was dialled."""
    return LegNews(
        sid=leg.sid,
        rank=rank,
        status=leg.status,
        ringing_at=leg.created_at,
        answered_at=_answered_at(leg),
        ended_at=leg.ended_at,
        duration=leg.duration,
    )


def _answered_at(leg: CarrierLeg) -> datetime | None:
    """When somebody picked up: the end less the duration, since some carriers start a leg when they dial it."""
    if leg.status is LegStatus.IN_PROGRESS:
        return leg.started_at
    if leg.status is LegStatus.COMPLETED and leg.ended_at and leg.duration is not None:
        return leg.ended_at - timedelta(seconds=leg.duration)
    return None
