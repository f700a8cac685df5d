"""Whether something is odd about who asks for a campaign's calls: then browsers work first, as `proof.py` has it."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from models import Campaign


def suspect(session: Session, campaign_id: int | None = None) -> None:
    """Let every browser prove that it took some trouble before this campaign rings anybody; without one, all do."""
    _say(session, campaign_id, asks_proof=True)


def trust_again(session: Session, campaign_id: int | None = None) -> None:
    """Ask for nothing more."""
    _say(session, campaign_id, asks_proof=False)


def _say(session: Session, campaign_id: int | None, *, asks_proof: bool) -> None:
    changed = update(Campaign).where(Campaign.asks_proof != asks_proof).values(asks_proof=asks_proof)
    session.execute(changed if campaign_id is None else changed.where(Campaign.id == campaign_id))
