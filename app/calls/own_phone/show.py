"""Shows the offices to somebody who calls on their own phone; how often one visitor's pages may report is limited."""

import secrets
from datetime import datetime

from sqlalchemy.orm import Session

from app.calls.own_phone.shown import Shown
from app.calls.plan import PlannedOffice
from app.campaigns.at_door import CampaignAtDoor
from app.guard.phone_vault import PhoneVault
from app.limits.rate import Limit, admit
from models import Limited

# An hour, of one visitor: a hall full of people on one network does not feel it.
PAGES = Limit(Limited.OWN_PHONE, at_most=100)


def show_offices(
    session: Session,
    campaign: CampaignAtDoor,
    offices: tuple[PlannedOffice, ...],
    *,
    town: str,
    visitor: str,
    vault: PhoneVault,
    now: datetime,
) -> Shown:
    """One showing more of this visitor. Beyond the limit it shows the same, and its reports are not taken."""
    return Shown(
        campaign_id=campaign.id,
        campaign_version=campaign.version,
        nonce=secrets.token_urlsafe(12),
        at=now,
        town=town,
        offices=offices,
        counted=admit(session, vault, PAGES, visitor, now=now),
    )
