"""What a supporter told us of an office after they reached for it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, LargeBinary, SmallInteger, String, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, CreatedAt, RowId
from models.call import ReportedOutcome, ReportSource

LONGEST_TAG = 30
# Why an organizer corrected something is sealed alike, and no note of a supporter.
IS_A_NOTE = "note_sealed IS NOT NULL AND source <> 'organizer'"
# A note, and all that is kept because of it: what goes together.
OF_A_NOTE = (
    "note_sealed",
    "read_at",
    "read_by",
    "follow_up",
    "followed_at",
    "followed_by",
    "tags",
    "redacted_at",
)


class Stance(StrEnum):
    """Where the office stands, as the supporter heard it."""

    YES = "yes"
    NO = "no"
    UNDECIDED = "undecided"
    UNKNOWN = "unknown"


class FollowUp(StrEnum):
    """Whether a note asks something of the team, and whether that is done."""

    NEEDED = "needed"
    DONE = "done"


class Feedback(Base):
    """One report of one office: by keypad, on the page, by an organizer, or one of each.

    From `read_at` on it is what organizers did with the note of a supporter: kept no longer than the note.
    """

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
    read_at: Mapped[datetime | None]
    read_by: Mapped[str | None] = mapped_column(String(255))  # whoever was first
    follow_up: Mapped[FollowUp | None]
    followed_at: Mapped[datetime | None]
    followed_by: Mapped[str | None] = mapped_column(String(255))
    tags: Mapped[list[str] | None] = mapped_column(ARRAY(String(LONGEST_TAG)))  # never empty
    redacted_at: Mapped[datetime | None]

    __table_args__ = (
        UniqueConstraint("called_office_id", "source"),
        Index("ix_feedback_noted", "created_at", postgresql_where=text("note_sealed IS NOT NULL")),
        Index("ix_feedback_unread", "created_at", "id", postgresql_where=text(f"{IS_A_NOTE} AND read_at IS NULL")),
        Index("ix_feedback_needs_answer", "created_at", "id", postgresql_where=text("follow_up = 'needed'")),
        Index("ix_feedback_tagged", "created_at", "id", postgresql_where=text("tags IS NOT NULL")),
        Index(
            "ix_feedback_to_tally",
            "called_office_id",
            postgresql_where=text("(outcome = 'mailbox-full') <> tallied"),
        ),
    )
