"""Days of action as they are kept: read with the campaign's words, so that no page and no call asks for them anew."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.campaigns.action.day import WAVES, ActionDay, ActionDays
from app.representatives.opening import Span
from models import ActionDay as Row

MOST_LISTED = 50
MOST_READ = 100  # days that are still to come among them: what is older binds nothing any more


def days_of(session: Session, campaign_id: int) -> ActionDays:
    """The latest of a campaign, without those that were canceled."""
    theirs = select(Row).where(Row.campaign_id == campaign_id, Row.canceled_at.is_(None))
    rows = session.scalars(theirs.order_by(Row.day.desc()).limit(MOST_READ))
    return {row.day: as_value(row) for row in rows}


def day_at(session: Session, campaign_id: int, day: date) -> ActionDay | None:
    """The one of this day, as it is now."""
    row = session.scalars(
        select(Row)
        .where(Row.campaign_id == campaign_id, Row.day == day, Row.canceled_at.is_(None))
        .execution_options(populate_existing=True)
    ).one_or_none()
    return as_value(row) if row else None


def as_value(row: Row) -> ActionDay:
    """What a row says."""
    return ActionDay(
        id=row.id,
        day=row.day,
        goal=row.goal,
        hours=Span(row.starts, row.ends),
        share=row.share,
        others=row.others,
        waves=WAVES.validate_python(row.waves),
        sharers=tuple(row.sharers),
    )


def all_days(session: Session, campaign_id: int) -> list[Row]:
    """Those of a campaign, the latest first, those that were canceled too."""
    theirs = select(Row).where(Row.campaign_id == campaign_id).order_by(Row.day.desc(), Row.id.desc())
    return list(session.scalars(theirs.limit(MOST_LISTED)))


def the_day(session: Session, campaign_id: int, day_id: int) -> Row | None:
    """One of a campaign."""
    this = select(Row).where(Row.id == day_id, Row.campaign_id == campaign_id)
    return session.scalars(this.execution_options(populate_existing=True)).one_or_none()
