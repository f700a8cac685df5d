"""Use cases of organizers: start a campaign, pause it, let it go on, and end it.

Its words stay the same, so none of them makes a version.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from app.campaigns.editions.earlier import edition_in_force
from models import Campaign, CampaignState

D, S, L, P = CampaignState.DRAFT, CampaignState.SCHEDULED, CampaignState.LIVE, CampaignState.PAUSED

# From where a campaign moves to each of these. One that has ended stays so: whoever wants more copies it.
BEFORE: Mapping[CampaignState, frozenset[CampaignState]] = {
    L: frozenset({S, P}),
    P: frozenset({L}),
    D: frozenset({S}),
    CampaignState.ARCHIVED: frozenset({L, P, S}),
}


@dataclass(frozen=True)
class Move:
    """Where a campaign is to go; a pause may say when it is over, an end until when the number stays with it."""

    state: CampaignState
    back_at: datetime | None = None
    number_kept_until: date | None = None


def move_campaign(session: Session, campaign_id: int, move: Move) -> bool:
    """Make the move; False if that is no move from where it stands."""
    values = {"state": move.state, "back_at": move.back_at, "number_kept_until": move.number_kept_until}
    may = Campaign.state.in_(BEFORE.get(move.state, frozenset()))
    there = update(Campaign).where(Campaign.id == campaign_id, may)
    return session.execute(there.values(values).returning(Campaign.id)).first() is not None


def start_campaign(session: Session, campaign_id: int, now: datetime) -> CampaignState | None:
    """Let it begin: now, or at its date if that is to come. None where it cannot, or is no draft any more.

    Whoever calls this has looked at the checklist.
    """
    in_force = edition_in_force(session, campaign_id)
    if in_force is None:
        return None
    starts_at = in_force.content.when.starts_at
    waits = starts_at is not None and starts_at > now
    to = {"state": S, "back_at": starts_at} if waits else {"state": L, "back_at": None}
    mine = update(Campaign).where(Campaign.id == campaign_id, Campaign.state == D)
    moved = session.execute(mine.values(to).returning(Campaign.state)).first()
    return moved[0] if moved else None
