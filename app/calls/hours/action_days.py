"""The days of action by which a campaign goes at this moment, whatever version its calls were placed in."""

from datetime import datetime

from sqlalchemy import Connection, exists, select
from sqlalchemy.orm import Session

from app.campaigns.action.day import ActionDay, ActionDays
from app.campaigns.in_force import campaign_words
from app.clock import eastern_day
from models import Campaign, Edition

_IS_IN_FORCE = exists().where(Edition.campaign_id == Campaign.id, Edition.version <= Campaign.version)


def action_days(session: Session, campaign_id: int) -> ActionDays:
    """Read by the newest version: one small statement, as a rule. What was never in force has none: it is rehearsed."""
    version = session.scalars(select(Campaign.version).where(Campaign.id == campaign_id, _IS_IN_FORCE)).one_or_none()
    return {} if version is None else days_at(session, campaign_id, version)


def days_at(session: Session | Connection, campaign_id: int, version: int) -> ActionDays:
    """The same where it is known which version is the newest: no statement, as a rule."""
    return campaign_words(session, campaign_id, version).action


def today(days: ActionDays, now: datetime) -> ActionDay | None:
    """The one that it is, if it is one."""
    return days.get(eastern_day(now))
