"""Which numbers are no office's: a campaign's own, and those of supporters, as far as that can be known."""

from enum import StrEnum

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from app.guard.phone_vault import PhoneVault
from app.limits.numbers import DO_NOT_CALL, PHONE
from models import Call, Campaign, DoNotCall


class NotAnOffice(StrEnum):
    """Whose number it is instead."""

    CAMPAIGN = "campaign"
    SUPPORTER = "supporter"  # who is in a call with us, waits for one, or asked never to be called


def not_an_office(session: Session, phone: str, vault: PhoneVault) -> NotAnOffice | None:
    """Who would be rung there instead of an office; None where nothing speaks against it.

    Supporters are known by what is kept of them: of a call that is over nobody should be able to ask here.
    """
    in_a_call = (Call.phone_hash == vault.fingerprint(phone, purpose=PHONE), Call.ended_at.is_(None))
    asked_not_to = DoNotCall.phone_hash == vault.fingerprint(phone, purpose=DO_NOT_CALL)
    for_good = DoNotCall.until.is_(None)  # a caller ID alone must not keep an office's own number from being added
    told = select(
        exists().where(Campaign.phone_number == phone).label("campaign"),
        (exists().where(*in_a_call) | exists().where(asked_not_to, for_good)).label("supporter"),
    )
    is_campaigns, is_supporters = session.execute(told).one()
    if is_campaigns:
        return NotAnOffice.CAMPAIGN
    return NotAnOffice.SUPPORTER if is_supporters else None
