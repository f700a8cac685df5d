"""How many phones a campaign rings in a minute and in a day: counted by the statement that rings one."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    CTE,
    BigInteger,
    ColumnElement,
    Date,
    DateTime,
    FromClause,
    Integer,
    SQLColumnExpression,
    and_,
    case,
    exists,
    literal,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import insert

from app.clock import eastern_day
from app.config import Settings
from app.store.once import param
from models import CampaignPace


@dataclass(frozen=True)
class CampaignLimits:
    """How many phones a campaign rings at most."""

    a_minute: int
    a_day: int

    def values(self, now: datetime) -> dict[str, object]:
        """As parameters of a statement that looks them up or counts, beside the `campaign_id`."""
        return {
            "campaign_a_minute": self.a_minute,
            "campaign_a_day": self.a_day,
            "campaign_minute": now.replace(second=0, microsecond=0),
            "campaign_today": eastern_day(now),
        }


def campaign_limits(settings: Settings) -> CampaignLimits:
    """As the settings say."""
    return CampaignLimits(settings.campaign_rings_per_minute, settings.campaign_rings_per_day)


_ID = param("campaign_id", BigInteger)
_MINUTE, _TODAY = param("campaign_minute", DateTime(timezone=True)), param("campaign_today", Date)
_THIS_MINUTE, _THIS_DAY = CampaignPace.minute == _MINUTE, CampaignPace.day == _TODAY
_MINUTE_FULL = and_(_THIS_MINUTE, CampaignPace.in_minute >= param("campaign_a_minute", Integer))
_DAY_FULL = and_(_THIS_DAY, CampaignPace.in_day >= param("campaign_a_day", Integer))


def rang_enough_today(campaign_id: SQLColumnExpression[int] = _ID) -> ColumnElement[bool]:
    """In a statement: whether the campaign rang as many phones as it may in a day."""
    return exists().where(CampaignPace.campaign_id == campaign_id, _DAY_FULL)


def rang_enough_now(campaign_id: SQLColumnExpression[int] = _ID) -> ColumnElement[bool]:
    """In a statement: whether it did within this minute."""
    return exists().where(CampaignPace.campaign_id == campaign_id, _MINUTE_FULL)


def counted_of_campaign(ring: FromClause) -> CTE:
    """Count one ring more of the campaign by the parameters of `CampaignLimits.values`; no row if it rang enough."""
    one = literal(1)
    columns = {"campaign_id": _ID, "minute": _MINUTE, "in_minute": one, "day": _TODAY, "in_day": one}
    new = insert(CampaignPace).from_select(list(columns), select(*columns.values()).select_from(ring))
    once_more = new.on_conflict_do_update(
        index_elements=[CampaignPace.campaign_id],
        set_={
            "minute": new.excluded.minute,
            "in_minute": case((_THIS_MINUTE, CampaignPace.in_minute + 1), else_=1),
            "day": new.excluded.day,
            "in_day": case((_THIS_DAY, CampaignPace.in_day + 1), else_=1),
        },
        where=~or_(_MINUTE_FULL, _DAY_FULL),
    )
    return once_more.returning(CampaignPace.campaign_id).cte("ring_of_campaign")
