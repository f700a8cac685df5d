"""How fast we may be: how many of our calls an office's number takes, a campaign rings, and the carrier begins."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base

USUAL_AT_ONCE = 2
MOST_AT_ONCE, MOST_A_DAY = 50, 500


class LinePace(Base):
    """One telephone number of offices, whoever shares it: how many of our calls it takes at once.

    Until `rests_until` nobody is connected there: it was busy, or nobody picked up. Where somebody there complained it
    takes so many calls `a_day`. A number without a row has the usual pace and does not rest.
    """

    __tablename__ = "line_pace"

    e164: Mapped[str] = mapped_column(String(16), primary_key=True)
    at_once: Mapped[int] = mapped_column(SmallInteger, default=USUAL_AT_ONCE, server_default=str(USUAL_AT_ONCE))
    rests_until: Mapped[datetime | None]
    a_day: Mapped[int | None] = mapped_column(SmallInteger)

    __table_args__ = (
        CheckConstraint(f"at_once BETWEEN 1 AND {MOST_AT_ONCE}", name="at_once_sane"),
        CheckConstraint(f"a_day BETWEEN 1 AND {MOST_A_DAY}", name="a_day_sane"),
    )


class Slot(Base):
    """A quarter of an hour in which supporters are rung who agreed to it, and how many there are."""

    __tablename__ = "slot"

    e164: Mapped[str] = mapped_column(String(16), primary_key=True)
    starts_at: Mapped[datetime] = mapped_column(primary_key=True, index=True)
    taken: Mapped[int] = mapped_column(SmallInteger)


class CampaignPace(Base):
    """How many phones a campaign rang in the minute, and on the day in Massachusetts, of its last ring."""

    __tablename__ = "campaign_pace"

    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id", ondelete="CASCADE"), primary_key=True)
    minute: Mapped[datetime]
    in_minute: Mapped[int]
    day: Mapped[date]
    in_day: Mapped[int]


class CarrierPace(Base):
    """One row: when the carrier may be asked for the next call."""

    __tablename__ = "carrier_pace"

    id: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    next_at: Mapped[datetime]
