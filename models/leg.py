"""One telephone connection within a call: the supporter's, or the office's."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, RowId
from models.money import DOLLARS


class LegRole(StrEnum):
    """Whose phone it is."""

    SUPPORTER = "supporter"
    OFFICE = "office"


class LegStatus(StrEnum):
    """A leg's life in the carrier's words, in the order in which it can happen; the last five are endings."""

    QUEUED = "queued"
    INITIATED = "initiated"
    RINGING = "ringing"
    IN_PROGRESS = "in-progress"
    COMPLETED = "completed"
    BUSY = "busy"
    NO_ANSWER = "no-answer"
    FAILED = "failed"
    CANCELED = "canceled"


LEG_LIFE = (LegStatus.QUEUED, LegStatus.INITIATED, LegStatus.RINGING, LegStatus.IN_PROGRESS)
LEG_ENDINGS = frozenset(LegStatus) - frozenset(LEG_LIFE)


def leg_may_come_before(status: LegStatus) -> frozenset[LegStatus]:
    """The statuses from which a leg may move to `status`: forward only, and never out of an ending."""
    if status in LEG_ENDINGS:
        return frozenset(LEG_LIFE)
    return frozenset(LEG_LIFE[: LEG_LIFE.index(status)])


class Leg(Base):
    """A leg, known by the carrier's id; its times are the carrier's own."""

    __tablename__ = "leg"

    id: Mapped[RowId]
    call_id: Mapped[int] = mapped_column(ForeignKey("call.id"), index=True)
    role: Mapped[LegRole]
    called_office_id: Mapped[int | None] = mapped_column(ForeignKey("called_office.id"), index=True)
    carrier_sid: Mapped[str] = mapped_column(String(64), unique=True)
    status: Mapped[LegStatus]
    ringing_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    duration_seconds: Mapped[int | None]
    price: Mapped[Decimal | None] = mapped_column(DOLLARS)  # as the carrier told it, …
    price_unit: Mapped[str | None] = mapped_column(String(3))  # … in whatever currency
    tallied: Mapped[bool] = mapped_column(server_default="false")  # the day of its line counts it

    __table_args__ = (
        CheckConstraint("(role = 'office') = (called_office_id IS NOT NULL)", name="office_has_rank"),
        Index("ix_leg_to_tally", "id", postgresql_where=text("called_office_id IS NOT NULL AND NOT tallied")),
    )
