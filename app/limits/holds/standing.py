"""In statements: whether anything holds a campaign back just now. A few rows at most, however long the log."""

from sqlalchemy import ColumnElement, SQLColumnExpression, and_, case, exists, func, literal, select

from app.limits.holds.by_copy import is_copied
from models import EVERY_CAMPAIGN, Hold, WhyHeld

# Of one district, or of one visitor, is held back what is theirs alone.
OF_CAMPAIGNS = (
    WhyHeld.SAFE_MODE,
    WhyHeld.RESTORED,
    WhyHeld.WITHOUT_KEY,
    WhyHeld.BUDGET_SPENT,
    WhyHeld.BUDGET_RESERVED,
    WhyHeld.SHORT_TALKS,
    WhyHeld.UNACCEPTED_RINGS,
)
# Whoever dials in accepts by that; and for them money is reserved as they do.
DEAF = (WhyHeld.SAFE_MODE, WhyHeld.RESTORED, WhyHeld.SHORT_TALKS)


def stands(campaign_id: SQLColumnExpression[int], whys: tuple[WhyHeld, ...] = OF_CAMPAIGNS) -> ColumnElement[bool]:
    """Whether a hold is one of these, and of this campaign or of all."""
    mine = Hold.campaign_id.in_([EVERY_CAMPAIGN, campaign_id])
    return and_(Hold.over_at.is_(None), mine, Hold.why.in_(whys))


def is_held(campaign_id: SQLColumnExpression[int], whys: tuple[WhyHeld, ...] = OF_CAMPAIGNS) -> ColumnElement[bool]:
    """Whether a campaign is held back for one of these."""
    return exists().where(stands(campaign_id, whys))


def is_flooded(district_geoid: SQLColumnExpression[str]) -> ColumnElement[bool]:
    """Whether the offices of a district are left in peace."""
    return exists().where(Hold.over_at.is_(None), Hold.why == WhyHeld.FLOODED_DISTRICT, Hold.about == district_geoid)


def why_held(campaign_id: SQLColumnExpression[int]) -> ColumnElement[WhyHeld]:
    """Why it is, NULL where it is not; of several what passes by itself within minutes comes last.

    A database that was put here just now, under a worker that runs, rings nobody either, before anybody looked.
    """
    last = Hold.why == WhyHeld.BUDGET_RESERVED
    standing = select(Hold.why).where(stands(campaign_id)).order_by(last, Hold.id).limit(1).scalar_subquery()
    copied = case((is_copied(), literal(WhyHeld.RESTORED, Hold.why.type)))
    return func.coalesce(copied, standing, type_=Hold.why.type)
