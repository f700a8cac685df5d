"""What a supporter told us after the call."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, CreatedAt, RowId
from models.call import ReportedOutcome, ReportSource


class Stance(StrEnum):
    """Where the office stands, as the supporter heard it."""

    YES = "yes"
    NO = "no"
    UNDECIDED = "undecided"
    UNKNOWN = "unknown"


class Feedback(Base):
    """One report of one call: by keypad, on the page, or one of each."""

    __tablename__ = "feedback"

    id: Mapped[RowId]
    call_id: Mapped[int] = mapped_column(ForeignKey("call.id"))
    source: Mapped[ReportSource]
    outcome: Mapped[ReportedOutcome]
    stance: Mapped[Stance | None]
    note: Mapped[str] = mapped_column(String(500), default="", server_default="")
    created_at: Mapped[CreatedAt]
    changed_at: Mapped[datetime | None]

    __table_args__ = (UniqueConstraint("call_id", "source"),)
