"""A day of action: a campaign's offices are called in waves on one day, each office so often at most."""

from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, SmallInteger, String, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, CreatedAt, RowId

MOST_SHARE, MOST_GOAL = 500, 100_000
MINUTES_A_DAY = 24 * 60


class ActionDay(Base):
    """One day of a campaign, by the clock in Massachusetts; `starts` and `ends` are minutes after its midnight.

    `waves` say which offices are called in which of its hours. An office in none of them is called all day long if
    `others`, else not at all. One that was `canceled_at` a moment binds nothing, and may be taken back.
    """

    __tablename__ = "action_day"

    id: Mapped[RowId]
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id", ondelete="CASCADE"))
    day: Mapped[date]
    goal: Mapped[int]
    starts: Mapped[int] = mapped_column(SmallInteger)
    ends: Mapped[int] = mapped_column(SmallInteger)
    share: Mapped[int | None] = mapped_column(SmallInteger)  # calls that one office gets at most
    others: Mapped[bool]
    waves: Mapped[list[dict[str, object]]] = mapped_column(JSONB)
    sharers: Mapped[list[str]] = mapped_column(JSONB)  # whoever sends a link of their own round
    canceled_at: Mapped[datetime | None]
    made_by: Mapped[str] = mapped_column(String(255))
    created_at: Mapped[CreatedAt]

    __table_args__ = (
        Index("uq_action_day", "campaign_id", "day", unique=True, postgresql_where=text("canceled_at IS NULL")),
        CheckConstraint(f"starts >= 0 AND starts < ends AND ends <= {MINUTES_A_DAY}", name="hours_sane"),
        CheckConstraint(f"share BETWEEN 1 AND {MOST_SHARE}", name="share_sane"),
        CheckConstraint(f"goal BETWEEN 1 AND {MOST_GOAL}", name="goal_sane"),
    )


class ActionShare(Base):
    """How often one office was rung on a day of action, counted by the very statement that admits one more."""

    __tablename__ = "action_share"

    action_day_id: Mapped[int] = mapped_column(
        BigInteger, ForeignKey("action_day.id", ondelete="CASCADE"), primary_key=True
    )
    district_geoid: Mapped[str] = mapped_column(String(12), primary_key=True)
    calls: Mapped[int]
