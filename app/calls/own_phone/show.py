"""Shows the offices to somebody who calls on their own phone; how often one visitor's pages may report is limited."""

import secrets
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.calls.own_phone.shown import Shown
from app.calls.plan import PlannedOffice
from app.campaigns.at_door import CampaignAtDoor
from app.guard.phone_vault import PhoneVault
from app.limits.rate import Limit, admit
from app.limits.rooms.room import PAGES_EACH, Room
from models import Call, Limited

# An hour, of one visitor: a hall full of people on one network does not feel it.
PAGES = Limit(Limited.OWN_PHONE, at_most=100)


def whence(session: Session, call_id: int) -> tuple[int | None, str]:
    """The phone bank from which a call came that did not come about, and what the link said by which it did."""
    row = session.execute(select(Call.phone_bank_id, Call.came_from).where(Call.id == call_id)).one()
    return row.phone_bank_id, row.came_from


def show_offices(
    session: Session,
    campaign: CampaignAtDoor,
    offices: tuple[PlannedOffice, ...],
    *,
    town: str,
    visitor: str,
    vault: PhoneVault,
    now: datetime,
    room: Room | None = None,
) -> Shown:
    """One showing more of this visitor, or room. Beyond the limit it shows the same, and its reports are not taken."""
    at_most = max(PAGES.at_most, PAGES_EACH * room.people) if room else PAGES.at_most
    who, limit = room.name if room else visitor, Limit(PAGES.purpose, at_most)
    return Shown(
        campaign_id=campaign.id,
        campaign_version=campaign.version,
        nonce=secrets.token_urlsafe(12),
        at=now,
        town=town,
        offices=offices,
        counted=admit(session, vault, limit, who, now=now),
        phone_bank_id=room.id if room else None,
    )
