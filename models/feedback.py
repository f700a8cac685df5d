"""What a supporter told us of an office after they reached for it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, LargeBinary, SmallInteger, String, UniqueConstraint, text
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
    """One report of one office: by keypad, on the page, by an organizer, or one of each."""

    __tablename__ = "feedback"

    id: Mapped[RowId]
    called_office_id: Mapped[int] = mapped_column(ForeignKey("called_office.id"))
    source: Mapped[ReportSource]
    outcome: Mapped[ReportedOutcome]
    stance: Mapped[Stance | None]
    note_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)  # by the key of its day
    note: Mapped[str] = mapped_column(String(500), server_default="")  # of before, until it is sealed
    created_at: Mapped[CreatedAt]
    changed_at: Mapped[datetime | None]
    changes: Mapped[int] = mapped_column(SmallInteger, server_default="0")
    tallied: Mapped[bool] = mapped_column(server_default="false")  # the day of its line counts it as a full mailbox

    __table_args__ = (
        UniqueConstraint("called_office_id", "source"),
        Index("ix_feedback_noted", "created_at", postgresql_where=text("note_sealed IS NOT NULL")),
        Index(
            "ix_feedback_to_tally",
            "called_office_id",
            postgresql_where=text("(outcome = 'mailbox-full') <> tallied"),
        ),
    )
