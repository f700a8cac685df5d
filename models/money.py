"""What calls cost, and may yet cost: budgets, what of them is spent and reserved, and the share of each call."""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, Numeric, SmallInteger, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base

DOLLARS = Numeric(14, 5)  # the carrier's prices have five places
EVERY_CAMPAIGN = 0  # in place of a campaign's id: all of them together


class Span(StrEnum):
    """How long a budget has to last."""

    DAY = "day"
    MONTH = "month"


class Budget(Base):
    """How many dollars a campaign may cost a day and a month, or all together; where none stands, any number."""

    __tablename__ = "budget"

    campaign_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    a_day: Mapped[Decimal | None] = mapped_column(DOLLARS)
    a_month: Mapped[Decimal | None] = mapped_column(DOLLARS)

    __table_args__ = (CheckConstraint("least(a_day, a_month) >= 0", name="not_negative"),)


class Spending(Base):
    """What a campaign, or all together, cost in a day or a month of Massachusetts; no rehearsals.

    `since` is its first day. `reserved` is what calls that are not settled yet may cost at most; of what was `spent`
    the carrier has not told `estimated` itself.
    """

    __tablename__ = "spending"

    campaign_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    span: Mapped[Span] = mapped_column(primary_key=True)
    since: Mapped[date] = mapped_column(primary_key=True)
    spent: Mapped[Decimal] = mapped_column(DOLLARS, server_default="0")
    reserved: Mapped[Decimal] = mapped_column(DOLLARS, server_default="0")
    estimated: Mapped[Decimal] = mapped_column(DOLLARS, server_default="0")
    calls: Mapped[int] = mapped_column(server_default="0")

    __table_args__ = ({"postgresql_with": {"fillfactor": 50}},)


class CallCost(Base):
    """What one call cost, or may cost at most while it is `reserved`: counted on the `day` on which it was placed.

    `a_minute` is the price of each minute of the supporter's leg that has begun. `legs` and `speech` add up to what
    was spent; `is_estimate` says that the carrier has not told the price of each leg. It `is_asked_at` then for the
    next time, after so many.
    """

    __tablename__ = "call_cost"

    call_id: Mapped[int] = mapped_column(ForeignKey("call.id", ondelete="CASCADE"), primary_key=True)
    campaign_id: Mapped[int] = mapped_column(BigInteger)
    day: Mapped[date]
    a_minute: Mapped[Decimal] = mapped_column(DOLLARS)
    reserved: Mapped[Decimal] = mapped_column(DOLLARS)
    legs: Mapped[Decimal] = mapped_column(DOLLARS, server_default="0")
    speech: Mapped[Decimal] = mapped_column(DOLLARS, server_default="0")
    is_estimate: Mapped[bool] = mapped_column(server_default="true")
    is_asked_at: Mapped[datetime | None]
    times_asked: Mapped[int] = mapped_column(SmallInteger, server_default="0")

    __table_args__ = (
        Index("ix_call_cost_reserved", "call_id", postgresql_where=text("reserved > 0")),
        Index("ix_call_cost_asked", "is_asked_at", postgresql_where=text("is_asked_at IS NOT NULL")),
    )
