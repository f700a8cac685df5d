"""What a campaign says in place of the built-in words, and everything it said before."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, RowId


class PromptVersion(Base):
    """One version of one prompt of a campaign in one language. The newest is in force; none is ever changed.

    Without `text` the campaign says the built-in words again. Where there is a recording, `text` is what it says: it is
    spoken if the recording is gone.
    """

    __tablename__ = "prompt_version"

    id: Mapped[RowId]
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id"))
    language: Mapped[str] = mapped_column(String(8))
    key: Mapped[str] = mapped_column(String(40))
    text: Mapped[str | None] = mapped_column(Text)
    recording_id: Mapped[int | None] = mapped_column(ForeignKey("recording.id", ondelete="SET NULL"), index=True)
    saved_at: Mapped[datetime]
    saved_by: Mapped[str] = mapped_column(String(255))

    __table_args__ = (
        Index("ix_prompt_version_newest", "campaign_id", "language", "key", "id"),
        CheckConstraint("recording_id IS NULL OR text IS NOT NULL", name="recording_says_something"),
    )
