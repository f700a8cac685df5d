"""Use cases of organizers: set a day of action, change it while it runs, cancel it, and take that back.

Each makes the campaign's next version, so that pages and calls go by it from the next moment on.
"""

from collections.abc import Callable
from datetime import date, datetime

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from app.campaigns.action.day import Wanted
from app.campaigns.action.kept import the_day
from app.campaigns.versions import next_version
from models import ActionDay


class DayTakenError(Exception):
    """The campaign has a day of action on that day already."""


class DayChangedError(Exception):
    """Somebody changed the day since it was shown: what they made of it is not written over unseen."""


def set_day(session: Session, campaign_id: int, wanted: Wanted, *, by: str) -> int:
    """Make it, and return its id.

    Raises:
        DayTakenError: there is one on that day.
    """
    next_version(session, campaign_id)  # locks the campaign: two at once come one after the other
    _refuse_taken(session, campaign_id, wanted.day)
    made = ActionDay(campaign_id=campaign_id, made_by=by, **wanted.values())
    session.add(made)
    session.flush()
    return made.id


def change_day(
    session: Session, campaign_id: int, day_id: int, wanted: Wanted, is_as_seen: Callable[[ActionDay], bool]
) -> bool:
    """Let it be so from now on; False where it was canceled meanwhile, or is none of this campaign.

    What offices were rung on it counts on.

    Raises:
        DayChangedError: it is not as it was seen.
        DayTakenError: there is another on that day.
    """
    next_version(session, campaign_id)
    there = the_day(session, campaign_id, day_id)
    if there is None or there.canceled_at:
        return False
    if not is_as_seen(there):
        raise DayChangedError
    _refuse_taken(session, campaign_id, wanted.day, but=day_id)
    session.execute(update(ActionDay).where(*_this(campaign_id, day_id)).values(wanted.values()))
    return True


def cancel_day(session: Session, campaign_id: int, day_id: int, now: datetime) -> bool:
    """Let it bind nothing any more; False if it does not already."""
    next_version(session, campaign_id)
    mine = update(ActionDay).where(*_this(campaign_id, day_id), ActionDay.canceled_at.is_(None))
    return session.execute(mine.values(canceled_at=now).returning(ActionDay.id)).first() is not None


def restore_day(session: Session, campaign_id: int, day_id: int) -> bool:
    """Take the canceling back; False if it is not canceled.

    Raises:
        DayTakenError: another was set for that day meanwhile.
    """
    next_version(session, campaign_id)
    day = session.scalar(select(ActionDay.day).where(*_this(campaign_id, day_id), ActionDay.canceled_at.is_not(None)))
    if day is None:
        return False
    _refuse_taken(session, campaign_id, day)
    session.execute(update(ActionDay).where(*_this(campaign_id, day_id)).values(canceled_at=None))
    return True


def _this(campaign_id: int, day_id: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return ActionDay.id == day_id, ActionDay.campaign_id == campaign_id


def _refuse_taken(session: Session, campaign_id: int, day: date, but: int = 0) -> None:
    there = select(ActionDay.id).where(ActionDay.campaign_id == campaign_id, ActionDay.day == day)
    if session.scalar(there.where(ActionDay.canceled_at.is_(None), ActionDay.id != but)) is not None:
        raise DayTakenError
