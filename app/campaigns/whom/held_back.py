"""Use cases of organizers: let nobody call an office holder for now, and let them be called again.

Both hold at once, whatever edition is in force or prepared: an office may have asked for it a minute ago.
"""

from collections.abc import Callable, Collection

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.campaigns.versions import next_version
from models import Campaign

Held = list[int]


def hold_back(session: Session, campaign_id: int, holder_id: int) -> bool:
    """Let nobody call them from now on; False if nobody does already."""
    return _put(session, campaign_id, lambda held: held if holder_id in held else [*held, holder_id])


def call_again(session: Session, campaign_id: int, holder_ids: Collection[int]) -> bool:
    """Let them be called again, who may be known by several rows; False if they were not held back."""
    return _put(session, campaign_id, lambda held: [one for one in held if one not in holder_ids])


def _put(session: Session, campaign_id: int, change: Callable[[Held], Held]) -> bool:
    mine = select(Campaign.held_back).where(Campaign.id == campaign_id)
    before = session.scalars(mine.with_for_update(key_share=True)).one()
    after = change(before)
    if after == before:
        return False
    next_version(session, campaign_id)
    session.execute(update(Campaign).where(Campaign.id == campaign_id).values(held_back=after))
    return True
