"""What is held back for now: nobody is rung, though the carrier would."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import BigInteger, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, RowId
from models.money import DOLLARS


class WhyHeld(StrEnum):
    """Why."""

    SAFE_MODE = "safe-mode"  # of every campaign: somebody wanted it so, or too much was odd
    RESTORED = "restored"  # of every campaign: the server knows nothing of what came after its backup
    WITHOUT_KEY = "without-key"  # of every campaign: nobody could know whom to leave in peace
    BUDGET_SPENT = "budget-spent"
    BUDGET_RESERVED = "budget-reserved"  # by calls under way: as they end there is money again
    SHORT_TALKS = "short-talks"
    UNACCEPTED_RINGS = "unaccepted-rings"
    FLOODED_DISTRICT = "flooded-district"  # one district's offices alone: `about` is its id
    REFUSED_VISITOR = "refused-visitor"  # one visitor alone: `about` is their keyed hash


BUDGETS = (WhyHeld.BUDGET_SPENT, WhyHeld.BUDGET_RESERVED)
BY_THEMSELVES = (*BUDGETS, WhyHeld.WITHOUT_KEY)  # these go on as soon as their cause is gone, and not by hand
ANOMALIES = (WhyHeld.SHORT_TALKS, WhyHeld.UNACCEPTED_RINGS, WhyHeld.FLOODED_DISTRICT, WhyHeld.REFUSED_VISITOR)


class Hold(Base):
    """One of them, until it is `over_at`: of a campaign, or of all. `needs` is the money without which it stays.

    `by` and `ended_by` are whoever began and ended it: empty where nobody did.
    """

    __tablename__ = "hold"

    id: Mapped[RowId]
    campaign_id: Mapped[int] = mapped_column(BigInteger)
    why: Mapped[WhyHeld]
    about: Mapped[str] = mapped_column(String(64), default="", server_default="")
    sentence: Mapped[str] = mapped_column(String(300), default="", server_default="")
    needs: Mapped[Decimal | None] = mapped_column(DOLLARS)
    by: Mapped[str] = mapped_column(String(255), default="", server_default="")
    since: Mapped[datetime]
    over_at: Mapped[datetime | None]
    ended_by: Mapped[str] = mapped_column(String(255), default="", server_default="")

    __table_args__ = (
        Index("uq_hold_standing", "campaign_id", "why", "about", unique=True, postgresql_where=text("over_at IS NULL")),
        Index("ix_hold_over", "over_at", postgresql_where=text("over_at IS NOT NULL")),
    )
