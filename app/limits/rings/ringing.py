"""Whether a phone may be rung now, by every limit of its number and its campaign: counted at once, or told why not."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import CTE, ColumnElement, exists, or_, select
from sqlalchemy.orm import Session

from app.config import Settings
from app.guard.phone_vault import PhoneVault
from app.limits.numbers import ASKED_NOT_TO, NO_SUPPORTER, STRANGERS, stranger
from app.limits.rings.campaign import (
    CampaignLimits,
    campaign_limits,
    counted_of_campaign,
    rang_enough_now,
    rang_enough_today,
)
from app.limits.rings.number import RingLimits, counted_ring, marks_of, ring_limits, rung_often
from app.store.once import Once
from models import EndReason

Values = dict[str, object]


@dataclass(frozen=True)
class Limits:
    """All that a call is held to, but for who asks."""

    of_number: RingLimits
    of_campaign: CampaignLimits
    office_a_day: int  # for each call that its number takes at once
    strangers_percent: int  # of an office's agreed times of a day

    def of_ring(self, phone: str, campaign_id: int, vault: PhoneVault, now: datetime, peace_at: datetime) -> Values:
        """The parameters of a statement with the limits of one ring in it; those count who have peace at that time."""
        return {
            **stranger(phone, vault, peace_at),
            **self.of_number.values(now),
            **self.of_campaign.values(now),
            "campaign_id": campaign_id,
            **marks_of(vault, phone),
        }


def limits_of(settings: Settings) -> Limits:
    """As the settings say."""
    return Limits(
        ring_limits(settings), campaign_limits(settings), settings.office_calls_per_day, settings.strangers_percent
    )


def is_left_alone() -> ColumnElement[bool]:
    """In a statement: whether nobody is to be rung at the number any more."""
    return or_(ASKED_NOT_TO, NO_SUPPORTER)


def counts_ring(call: CTE) -> CTE:
    """The one `call`, if its ring could be counted; what was counted of one that is not there is to be undone."""
    of_number = counted_ring(call)
    of_campaign = counted_of_campaign(of_number)
    return select(call.c.call_id).where(exists(select(of_campaign.c.campaign_id))).cte("counted")


_WHY = Once(
    lambda: select(*STRANGERS, rung_often().label("is_often"), rang_enough_today().label("had_enough")).add_columns(
        rang_enough_now().label("is_full")
    )
)


@dataclass(frozen=True)
class WhyNot:
    """Why a phone is not rung: for good by a `reason`, or only within this minute."""

    reason: EndReason | None
    is_full: bool


def why_not_rung(session: Session, ring: Values) -> WhyNot:
    """What the limits say of a ring; nothing where it was another worker who was faster."""
    told = _WHY.rows(session, **ring)[0]
    reasons = {
        EndReason.REFUSED: told["asked_not_to"],
        EndReason.NEVER_RUNG: told["is_no_supporter"],
        EndReason.RUNG_OFTEN: told["is_often"],
        EndReason.CAMPAIGN_HAD_ENOUGH: told["had_enough"],
    }
    return WhyNot(next((reason for reason, holds in reasons.items() if holds), None), told["is_full"])
