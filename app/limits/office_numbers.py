"""Which numbers are no office's: ours, those of supporters, as far as that can be known, and other offices'."""

from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.orm import Session

from app.guard.phone_vault import DO_NOT_CALL, PhoneVault
from app.limits.never_rung.listed import kind_of
from app.representatives.facts.switchboards import SWITCHBOARDS
from models import (
    Call,
    CallSource,
    Campaign,
    Chamber,
    District,
    DoNotCall,
    HolderLine,
    NumberBought,
    OfficeHolder,
    OfficeLine,
)

NO_OFFICES = frozenset({"emergency", "hospital", "pumping"})  # kinds of the list of those that are never rung


class NotAnOffice(StrEnum):
    """Whose number it is instead."""

    CAMPAIGN = "campaign"  # or another of our account with the carrier
    SUPPORTER = "supporter"  # who called with us as far as that is known, or asked never to be called
    SWITCHBOARD = "switchboard"  # of the State House, where supporters would ask for somebody else's office
    OTHER_OFFICE = "other-office"
    NEVER = "never"  # a hospital, the police, or a line that earns by every minute


def not_an_office(
    session: Session, phone: str, vault: PhoneVault, *, of_chamber: Chamber | None, ours: Iterable[str] = ()
) -> NotAnOffice | None:
    """Who would be rung there instead of an office of this chamber; None where nothing speaks against it.

    An office that is made by hand is of no chamber. `ours` are numbers of our account. Supporters are known by what is
    kept of them, for as long as it is kept.
    """
    if phone in SWITCHBOARDS.values():
        return NotAnOffice.SWITCHBOARD
    if kind_of(phone) in NO_OFFICES:
        return NotAnOffice.NEVER
    is_ours = or_(exists().where(Campaign.phone_number == phone), exists().where(NumberBought.phone_number == phone))
    told = select(
        is_ours.label("is_ours"),
        _is_supporters(phone, vault).label("is_supporters"),
        _is_others(phone, of_chamber).label("is_others"),
    )
    row = session.execute(told).one()
    if row.is_ours or phone in ours:
        return NotAnOffice.CAMPAIGN
    if row.is_supporters:
        return NotAnOffice.SUPPORTER
    return NotAnOffice.OTHER_OFFICE if row.is_others else None


def _is_supporters(phone: str, vault: PhoneVault) -> ColumnElement[bool]:
    theirs = (Call.phone_hash.in_(vault.marks(phone).held), ~Call.rehearsal)
    under_way = exists().where(*theirs, Call.ended_at.is_(None))
    # A caller ID alone must not keep an office's own number from being set.
    was_rung = exists().where(*theirs, Call.ended_at.is_not(None), Call.source == CallSource.WEB)
    asked_not_to = DoNotCall.phone_hash == vault.fingerprint(phone, purpose=DO_NOT_CALL)
    return or_(under_way, was_rung, exists().where(asked_not_to, DoNotCall.until.is_(None)))


def _is_others(phone: str, chamber: Chamber | None) -> ColumnElement[bool]:
    """Members of one chamber share lines; those of different ones, or with an office made by hand, do not."""
    sitting = (OfficeLine.e164 == phone, OfficeHolder.valid_to.is_(None), District.chamber.is_distinct_from(chamber))
    held = select(HolderLine.holder_id).join(HolderLine.line).join(HolderLine.holder).join(OfficeHolder.district)
    return held.where(*sitting).exists()
