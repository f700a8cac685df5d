"""Repairs what got lost: asks the carrier what became of calls of which nothing was heard for a while."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlalchemy import Select, any_, func, select, union_all, update
from sqlalchemy.orm import Session
from sqlalchemy.sql.dml import ReturningUpdate

from app.calls.life.changes import apply_news
from app.calls.life.legs import LegNews, lock_call
from app.calls.life.newest_leg import supporter_sid
from app.calls.run.unheard import ask_again_or_lose
from app.calls.run.untold import end_untold
from app.campaigns.in_force import campaign_words
from app.guard.phone_vault import PhoneVault
from app.limits.numbers import PHONE
from app.store.job_queue import DEFAULT_QUEUE, defer_each
from app.store.unit import Unit
from app.telephony.carrier import Carrier, CarrierError, CarrierLeg
from models import (
    IN_FLIGHT,
    Call,
    CalledOffice,
    CallSource,
    CallStatus,
    EventSource,
    Leg,
    LegStatus,
    OfficeLine,
)

log = structlog.get_logger()

QUIET = timedelta(seconds=90)
LOOK_BACK = timedelta(hours=1)
AT_ONCE = 100
CLOCKS_DIFFER = timedelta(seconds=30)  # the carrier's from ours, at most


@dataclass(frozen=True)
class Reconciling:
    """What reconciling needs."""

    carrier: Carrier
    vault: PhoneVault
    queue: str = DEFAULT_QUEUE


@dataclass(frozen=True)
class Rung:
    """A ring as the carrier lists it: whose phone (empty where that is forgotten), from which number, since when."""

    phone: str
    caller_id: str
    since: datetime


def reconcile_all(session: Session, now: datetime, *, queue: str = DEFAULT_QUEUE) -> int:
    """Have every call asked about that needs it, each by a job of its own; returns how many. One transaction."""
    due = sorted(session.scalars(_claimed(now)))
    defer_each(session, "reconcile_call", due, queue=queue, at=int(now.timestamp()))
    return len(due)


def _claimed(now: datetime) -> ReturningUpdate[int]:
    """Take those that nobody else takes just now: they are not asked about again for a while."""
    due = _to_ask_about(now).subquery()
    free = select(Call.id).where(Call.id == any_(func.array(select(due.c.id).scalar_subquery())))
    mine = func.array(free.with_for_update(skip_locked=True, key_share=True).scalar_subquery())
    claimed = update(Call).where(Call.id == any_(mine)).values(checked_at=now).returning(Call.id)
    return claimed.execution_options(synchronize_session=False)


def _to_ask_about(now: datetime) -> Select[int]:
    """Calls that are open and silent, and calls that ended with something missing and were not asked about yet.

    Each of the two is found along an index that holds no other calls; one condition for both would read them all.
    """
    silent = select(Call.id).where(
        Call.status.in_(IN_FLIGHT - {CallStatus.REQUESTED}),
        Call.ended_at.is_(None),
        func.greatest(Call.status_since, Call.checked_at) <= now - QUIET,
    )
    incomplete = select(Call.id).where(
        Call.checked_at.is_(None),
        Call.ended_at.between(now - LOOK_BACK, now - QUIET),
        Call.ring_seconds.is_(None) | Call.talk_seconds.is_(None) | Call.total_seconds.is_(None),
        Call.source != CallSource.OWN_PHONE,  # of which no carrier knows anything
    )
    both = union_all(silent, incomplete).subquery()
    return select(both.c.id).order_by(both.c.id).limit(AT_ONCE)


def reconcile(work: Unit, call_id: int, now: datetime, how: Reconciling) -> None:
    """Ask about one call; what the carrier cannot tell now, it is asked for another time."""
    try:
        _reconcile(work, call_id, now, how)
    except CarrierError as error:
        work.roll_back()
        log.warning("carrier_not_asked", call=call_id, code=error.code)
        end_untold(work.session, call_id, now)


def _reconcile(work: Unit, call_id: int, now: datetime, how: Reconciling) -> None:
    """Apply what the carrier says of it; commits before it is asked, since no transaction is open meanwhile."""
    session = work.session
    call = session.get_one(Call, call_id)
    sid = session.scalar(supporter_sid(call_id))
    asked = _asked_for(session, call, how.vault)
    work.commit_so_far()
    supporter = how.carrier.leg(sid) if sid else _newest_ring(work, how.carrier, call_id, asked)
    legs = [supporter, *how.carrier.child_legs(supporter.sid)] if supporter else []
    lock_call(session, call_id)
    ranks = _ranks(session, call_id) if len(legs) > 1 else {}
    for leg in sorted(legs, key=lambda leg: (leg.parent_sid is None, leg.created_at or asked.since)):
        apply_news(session, call_id, news_of(leg, _rank_of(leg, ranks)), source=EventSource.RECONCILED)
    if not legs:
        ask_again_or_lose(session, call_id, now, queue=how.queue)


def _asked_for(session: Session, call: Call, vault: PhoneVault) -> Rung:
    words = campaign_words(session, call.campaign_id, call.campaign_version)
    phone = vault.decrypt(call.phone_encrypted, purpose=PHONE) if call.phone_encrypted else ""
    return Rung(phone, words.phone_number, call.created_at - CLOCKS_DIFFER)


def _newest_ring(work: Unit, carrier: Carrier, call_id: int, asked: Rung) -> CarrierLeg | None:
    """The newest ring of this number that can be this call's, where its id is unknown; commits before more is asked."""
    rung = carrier.legs_to(asked.phone, caller_id=asked.caller_id, since=asked.since) if asked.phone else []
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
