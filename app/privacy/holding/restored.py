"""Brings forward what stands beside the keys of holds: a restored database knows no end or beginning since its copy."""

from datetime import datetime

import structlog
from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from app.guard.keys.holds import HoldKeys, ToldOfHold
from app.privacy.holding.change import standing_hold
from models import Campaign, LegalHold

log = structlog.get_logger()

LOST = "The database was restored from a backup of before this hold: its reason is in the newer one."


def bring_holds_forward(session: Session, keys: HoldKeys, now: datetime) -> int:
    """End what has ended since, prolong what was prolonged, begin what was begun; returns how many that were.

    What the database says has ended stays so, whatever stands beside the keys.
    """
    ended_first = sorted(keys.all_told(), key=lambda one: not one[1].is_over)  # of one campaign one can stand
    done = sum(_brought(session, name, told, now) for name, told in ended_first)
    if done:
        log.warning("holds_brought_forward", holds=done)
    return done


def _brought(session: Session, name: str, told: ToldOfHold, now: datetime) -> bool:
    hold = session.scalar(select(LegalHold).where(LegalHold.key_name == name))
    if hold is None:
        return not told.is_over and _begun(session, name, told, now)
    if hold.ended_at is not None:
        return False
    if told.is_over:
        hold.ended_at = now
        session.flush()
        return True
    if told.until > hold.until:
        hold.until = told.until
        return True
    return False


def _begun(session: Session, name: str, told: ToldOfHold, now: datetime) -> bool:
    is_there = session.scalar(select(exists().where(Campaign.id == told.campaign_id)))
    if not is_there or standing_hold(session, told.campaign_id):
        return False
    session.add(
        LegalHold(campaign_id=told.campaign_id, reason=LOST, until=told.until, key_name=name, begun_at=now, begun_by="")
    )
    session.flush()
    return True
