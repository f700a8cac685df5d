"""Takes a call that somebody placed to the campaign's number: written down once, however often it is told."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import (
    CTE,
    BigInteger,
    Boolean,
    ColumnElement,
    Connection,
    ScalarSelect,
    Select,
    String,
    exists,
    insert,
    literal,
    select,
)
from sqlalchemy.orm import Session

from app.calls.begin.afford import Affording
from app.calls.life.beginning import Beginning, NewCall
from app.calls.life.carrier_events import Told, event_key
from app.calls.life.status import Beside
from app.campaigns.in_force import campaign_words
from app.config import Settings
from app.guard.phone_vault import PhoneVault
from app.limits.holds.standing import DEAF, is_held
from app.limits.rate import Limit, counted
from app.store.once import Once, param
from models import (
    CallSource,
    CallStatus,
    Campaign,
    CampaignState,
    CarrierEvent,
    EventSource,
    Leg,
    LegRole,
    LegStatus,
    Limited,
    OfficeLine,
)

WITHHELD = "withheld"


class Welcome(StrEnum):
    """How a call to the hotline begins."""

    WELCOME = "welcome"
    PAUSED = "paused"
    PAUSED_UNTIL = "paused_until"
    NOT_BEGUN = "not_begun"
    OVER = "over"
    TOO_OFTEN = "too_often"
    SHOWS_NO_NUMBER = "shows_no_number"
    OFFICE_CALLS = "office_calls"
    CALL_YOURSELF = "call_yourself"


@dataclass(frozen=True)
class DialedIn:
    """Who dialed what: `caller` in E.164, None where no caller ID came or it is no number that we ring."""

    sid: str
    to: str
    caller: str | None


@dataclass(frozen=True)
class Receiving:
    """What receiving a call needs beside it."""

    vault: PhoneVault
    now: datetime
    calls_per_hour: int
    withheld_per_hour: int
    settings: Settings
    rehearsal: bool = False


def receive_call(session: Session, dialed: DialedIn, how: Receiving) -> tuple[int, Welcome] | None:
    """Write the call down; returns its id and how it begins, None where the number is no campaign's.

    One that was written before begins as it did then: its first turn tells.

    Raises:
        NoMoneyLeft: there is no money even to tell them something: whoever opened the unit undoes what was written.
        IntegrityError: the carrier told us twice at once, and the other request was faster.
    """
    told = (
        _written(dialed.sid).label("call_id"),
        _is_office(dialed.caller).label("is_office"),
        is_held(Campaign.id, DEAF).label("held"),
    )
    row = session.execute(_campaign_at(dialed.to).add_columns(*told)).one_or_none()
    if row is None:
        return None
    campaign, call_id, is_office, held = row
    for_all = Welcome.OFFICE_CALLS if is_office or not campaign.serves_hotline else _not_live(campaign)
    if call_id is not None:
        return call_id, for_all or Welcome.WELCOME
    for_all = for_all or (Welcome.CALL_YOURSELF if held else None)
    call_id, is_counted = _write(session, campaign, dialed, how, counts=for_all is None and not how.rehearsal)
    if how.rehearsal:
        return call_id, for_all or Welcome.WELCOME
    welcome = for_all or (Welcome.WELCOME if is_counted else _too_often(dialed))
    return call_id, _afford(session, campaign, call_id, welcome, how)


def _afford(session: Session, campaign: Campaign, call_id: int, welcome: Welcome, how: Receiving) -> Welcome:
    """What they hear where there is money for it, else for less."""
    words = campaign_words(session, campaign.id, campaign.version)
    affording = Affording(call_id, words, how.settings, how.now)
    if welcome is Welcome.WELCOME and affording.whole_call(session):
        return welcome
    affording.sentence(session)
    return Welcome.CALL_YOURSELF if welcome is Welcome.WELCOME else welcome


def call_dialed_in(session: Session, sid: str) -> int | None:
    """The call that this leg belongs to."""
    return session.scalar(select(_written(sid)))


def call_told_of(session: Session | Connection, told: Told) -> int | None:
    """The same of what the carrier tells of a leg; None, too, where it told that before."""
    row = _UNTOLD.row(session, leg_sid=told.sid, event_key=event_key(told.sid, told.kind, told.key))
    return row["call_id"] if row else None


def _untold() -> Select[int]:
    before = exists().where(CarrierEvent.call_id == Leg.call_id, CarrierEvent.key == param("event_key", BigInteger))
    return select(Leg.call_id).where(Leg.carrier_sid == param("leg_sid", String), ~before)


_UNTOLD = Once(_untold)


def _campaign_at(number: str) -> Select[Campaign]:
    """The campaign that answers at this number: one that is live before those that are over, the newest first."""
    order = (Campaign.state != CampaignState.LIVE, Campaign.state == CampaignState.ARCHIVED, Campaign.id.desc())
    there = select(Campaign).where(Campaign.phone_number == number, Campaign.state != CampaignState.DRAFT)
    return there.order_by(*order).limit(1)


def _is_office(caller: str | None) -> ColumnElement[bool]:
    """Whether an office of ours has this number: caller ID proves nothing, and nothing is done by it alone."""
    return exists().where(OfficeLine.e164 == caller)


def _written(sid: str) -> ScalarSelect[int]:
    return select(Leg.call_id).where(Leg.carrier_sid == sid).scalar_subquery()


def _write(session: Session, campaign: Campaign, dialed: DialedIn, how: Receiving, *, counts: bool) -> tuple[int, bool]:
    """The call's id, and whether one more of this number was counted; all that are withheld are one."""
    limit = Limit(Limited.HOTLINE, how.calls_per_hour if dialed.caller else how.withheld_per_hour)
    call = NewCall(
        campaign_id=campaign.id,
        campaign_version=campaign.version,
        source=CallSource.HOTLINE,
        rehearsal=how.rehearsal,
        withheld=dialed.caller is None,
    )
    beside = {"leg_sid": dialed.sid, "answered_at": how.now, "counts": counts}
    beside |= limit.values(how.vault, dialed.caller or WITHHELD, how.now)
    made = _RECEIVED.of(session, call, CallStatus.ANSWERED, source=EventSource.KEYPAD, **beside)
    if made is None:
        raise LookupError("nothing excludes a call that somebody dialed")
    return made["id"], made["is_counted"]


def _leg(call: CTE) -> Beside:
    """Their leg, which was answered as soon as it rang."""
    told = {
        "call_id": call.c.id,
        "role": literal(LegRole.SUPPORTER, String),
        "carrier_sid": param("leg_sid", String),
        "status": literal(LegStatus.IN_PROGRESS, String),
        "ringing_at": param("answered_at", Leg.answered_at.type),
        "answered_at": param("answered_at", Leg.answered_at.type),
    }
    leg = insert(Leg).from_select(list(told), select(*told.values()).select_from(call))
    return Beside((leg.returning(Leg.id).cte("leg"),))


def _one_more(call: CTE) -> Beside:
    """One more call of this number, counted once however often we are told of it."""
    once_more = counted(call, param("counts", Boolean))
    return Beside((once_more,), told={"is_counted": exists(select(once_more.c.purpose))})


_RECEIVED = Beginning(_leg, _one_more)


def _not_live(campaign: Campaign) -> Welcome | None:
    if campaign.state is CampaignState.LIVE:
        return None
    if campaign.state is CampaignState.ARCHIVED:
        return Welcome.OVER
    if campaign.back_at is None:
        return Welcome.PAUSED
    return Welcome.NOT_BEGUN if campaign.state is CampaignState.SCHEDULED else Welcome.PAUSED_UNTIL


def _too_often(dialed: DialedIn) -> Welcome:
    return Welcome.TOO_OFTEN if dialed.caller else Welcome.SHOWS_NO_NUMBER
