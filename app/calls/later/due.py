"""Rings at the time that was agreed: moves a scheduled call into its office's line, or on to the next opening."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, exists, literal, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, aliased

from app.calls.errors import NoSlotFree
from app.calls.hours.action_days import days_at
from app.calls.hours.office import hours_of
from app.calls.hours.waves import in_waves
from app.calls.later.renewing import SOMEBODY_LEFT, renew
from app.calls.later.slots import Room, let_go, take_slot
from app.calls.life.status import Move, move_call
from app.calls.queue.agreed import NOW_MEANS, WAITS_AT_MOST
from app.guard.phone_vault import PhoneVault
from app.limits.hours.quiet import HERE, is_quiet, zones_of
from app.limits.numbers import number_of
from app.limits.pauses import about, concerning, holds
from app.limits.rings.number import RingLimits, rung_often
from app.store.job_queue import DEFAULT_QUEUE, defer
from app.store.once import param
from app.store.rows import by_name
from app.store.unit import Unit
from models import (
    IN_FLIGHT,
    Call,
    CalledOffice,
    CallStatus,
    Campaign,
    CampaignState,
    EndReason,
    EventSource,
    OfficeLine,
)


@dataclass(frozen=True)
class _Scheduled:
    id: int
    campaign_id: int
    version: int
    geoid: str
    ring_at: datetime
    ring_until: datetime
    line_id: int
    number: str
    state: CampaignState
    phone_encrypted: bytes | None
    number_is_busy: bool
    is_often: bool
    has_left: bool


@dataclass(frozen=True)
class Due:
    """When it is, by the clock that was passed in, how often one number is rung, and whether all offices are open."""

    now: datetime
    vault: PhoneVault
    limits: RingLimits
    always_open: bool = False
    queue: str = DEFAULT_QUEUE


def ring_due(work: Unit, how: Due) -> int:
    """Take up every call whose time has come; commits each by itself, so that one that fails undoes no other.

    Returns how many went into line. A job that was lost is no loss.
    """
    due = _due(work.session, how)
    overtaken = [call.id for call in due if call.has_left]
    for call_id in overtaken:
        renew(work.session, call_id)
        work.commit_so_far()
    return sum(_take_up(work, call, how) for call in (_due(work.session, how) if overtaken else due))


def _take_up(work: Unit, call: _Scheduled, how: Due) -> bool:
    """Whether it went into line; commits, since the next may fail."""
    try:
        went = _goes(work.session, call, how)
    except IntegrityError:  # another call to this number began a moment ago: in a minute
        work.roll_back()
        return False
    work.commit_so_far()
    return went


def _due(session: Session, how: Due) -> list[_Scheduled]:
    """Those of a paused campaign, or that the carrier refuses, wait for it to go on, as long as they may."""
    now, often = how.now, rung_often(Call.phone_hash).label("is_often")
    line = (OfficeLine.id.label("line_id"), OfficeLine.e164.label("number"))
    busy = _is_on_the_phone().label("number_is_busy")
    campaign = (Call.campaign_id, Campaign.version, Campaign.state)
    query = (
        select(Call.id, Call.ring_at, Call.ring_until, Call.phone_encrypted, *line, *campaign)
        .add_columns(CalledOffice.district_geoid.label("geoid"))
        .add_columns(busy, often, SOMEBODY_LEFT)
        .join(Campaign, Campaign.id == Call.campaign_id)
        .join(CalledOffice, (CalledOffice.call_id == Call.id) & (CalledOffice.rank == Call.office_at))
        .join(OfficeLine, OfficeLine.id == CalledOffice.office_line_id)
        .where(Call.status == CallStatus.SCHEDULED, Call.ended_at.is_(None), Call.ring_at <= now)
        .where(or_(and_(Campaign.state != CampaignState.PAUSED, ~_is_paused(now)), Call.ring_until < now))
        .order_by(Call.ring_at, Call.id)
    )
    rows = session.execute(query, how.limits.values(now)).mappings()
    return [by_name(_Scheduled, row) for row in rows]


def _is_paused(now: datetime) -> ColumnElement[bool]:
    return exists().where(concerning(Call.campaign_id, about(Call.phone_hash)), holds(literal(now)))


def _is_on_the_phone() -> ColumnElement[bool]:
    """Another call with this number is under way."""
    other = aliased(Call)
    same = (other.phone_hash == Call.phone_hash) & (other.id != Call.id) & other.rehearsal.is_(False)
    return exists().where(same, other.ended_at.is_(None), other.status.in_(IN_FLIGHT))


def _goes(session: Session, call: _Scheduled, how: Due) -> bool:
    """Whether it went into line: else its office is closed, its campaign rests, or it came too late."""
    why_not = _too_late(call, how.now)
    if why_not:
        return _end(session, call, why_not)
    own = hours_of(session, call.line_id, always_open=how.always_open)
    hours = in_waves(own, days_at(session, call.campaign_id, call.version), call.geoid, how.now)
    if hours and not hours.is_open(how.now):
        return _later(session, call, how, Room(call.number, hours, _zones(call, how)))
    if call.number_is_busy or call.is_often or (hours and is_quiet(how.now, _zones(call, how))):
        return False
    return _into_line(session, call, how)


def _zones(call: _Scheduled, how: Due) -> Collection[ZoneInfo]:
    """By which clocks it may not be night, where hours are kept."""
    phone = None if how.always_open else number_of(how.vault, call.phone_encrypted)
    return HERE if phone is None else zones_of(phone)


def _too_late(call: _Scheduled, now: datetime) -> EndReason | None:
    """Why this call is not rung any more."""
    if call.state is CampaignState.ARCHIVED:
        return EndReason.CAMPAIGN_NOT_LIVE
    if now <= call.ring_until:
        return None
    return EndReason.CAMPAIGN_NOT_LIVE if call.state is not CampaignState.LIVE else _why_late(call)


def _why_late(call: _Scheduled) -> EndReason:
    """Why it did not go into line while it could."""
    if call.is_often:
        return EndReason.RUNG_OFTEN
    return EndReason.NUMBER_BUSY if call.number_is_busy else EndReason.WAITED_TOO_LONG


def _end(session: Session, call: _Scheduled, reason: EndReason) -> bool:
    move_call(session, call.id, CallStatus.CANCELED, source=EventSource.WORKER, reason=reason)
    return False


def _later(session: Session, call: _Scheduled, how: Due, room: Room) -> bool:
    """The office is closed: in a slot when it opens, or not at all if that is hours after what was agreed on.

    It may be that it does not open as was thought, or that it was open and closed before this call's turn.
    """
    was_open = room.hours is None or room.hours.is_open(call.ring_at)
    why_not = _why_late(call) if was_open else EndReason.EXPIRED
    try:
        ring_at = take_slot(session, how.now, room)
    except NoSlotFree:
        return _end(session, call, why_not)
    if ring_at > call.ring_until:
        let_go(session, call.number, ring_at)
        return _end(session, call, why_not)
    mine = (Call.id == call.id) & (Call.status == CallStatus.SCHEDULED) & (Call.ring_at == call.ring_at)
    if session.execute(update(Call).where(mine).values(ring_at=ring_at).returning(Call.id)).first() is None:
        let_go(session, call.number, ring_at)  # another worker was faster
    return False


def _into_line(session: Session, call: _Scheduled, how: Due) -> bool:
    """Whoever comes late waits there for no longer than they agreed to be rung, and for ten minutes at least."""
    until = min(how.now + WAITS_AT_MOST, max(call.ring_until, how.now + NOW_MEANS))
    is_mine = _INTO_LINE.of(
        session,
        call.id,
        CallStatus.REQUESTED,
        source=EventSource.WORKER,
        ring_at=how.now,
        ring_until=until,
        waits_for=call.number,
        waits_since=call.ring_at,
    )
    if is_mine:
        defer(session, "ring", queue=how.queue, call_id=call.id)
    return is_mine


_INTO_LINE = Move(
    also={
        "ring_at": param("ring_at", Call.ring_at.type),
        "ring_until": param("ring_until", Call.ring_until.type),
        "waits_for": param("waits_for", Call.waits_for.type),
        "waits_since": param("waits_since", Call.waits_since.type),
    }
)
