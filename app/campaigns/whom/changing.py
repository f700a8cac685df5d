"""Use case of organizers: prepare whom a campaign calls, by changing whatever is prepared at that moment."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from app.campaigns.editions.content import Whom
from app.campaigns.editions.prepare import save
from app.campaigns.editions.prepared import prepared_edition


def change_whom(session: Session, campaign_id: int, change: Callable[[Whom], Whom], *, by: str, now: datetime) -> bool:
    """Prepare what this makes of whom the campaign calls; False if it leaves that as it is."""
    prepared = prepared_edition(session, campaign_id, lock=True)
    whom = change(prepared.content.whom)
    if whom == prepared.content.whom:
        return False
    save(session, prepared, replace(prepared.content, whom=whom), by=by, now=now)
    return True
