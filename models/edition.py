"""What a campaign says and whom it calls: as it is prepared, and as it was published at each moment."""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import CheckConstraint, Computed, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, CreatedAt, RowId

# Chinese is written in two ways, and a page in the one is tiresome to readers of the other.
TEXT_LANGUAGES = ("es", "pt", "ht", "zh_Hans", "zh_Hant")

_PREPARED, _IN_FORCE = "published_at IS NULL", "published_at IS NOT NULL AND replaced_at IS NULL"


def english_digest(text: str | Sequence[str]) -> str:
    """Tells whether an English text, or a list of them, is still as it was translated, without keeping it twice."""
    whole = text if isinstance(text, str) else "\n".join(text)
    return hashlib.sha256(whole.encode()).hexdigest()[:16]


class Edition(Base):
    """One edition of a campaign, whole: the one that is prepared, the one in force, and each that was in force before.

    `content` is read and written by `app/campaigns/editions/content.py` alone. `revision` grows with each save. An
    edition that is published made the campaign's `version` and is never changed again, except that another replaces it.
    """

    __tablename__ = "edition"

    id: Mapped[RowId]
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id", ondelete="CASCADE"))
    content: Mapped[dict[str, object]] = mapped_column(JSONB)
    subject: Mapped[str] = mapped_column(String, Computed("content #>> '{english,subject}'", persisted=True))
    based_on_id: Mapped[int | None] = mapped_column(ForeignKey("edition.id"), index=True)
    revision: Mapped[int] = mapped_column(default=1, server_default="1")
    saved_at: Mapped[CreatedAt]
    saved_by: Mapped[str] = mapped_column(String(255))
    version: Mapped[int | None]
    published_at: Mapped[datetime | None]
    published_by: Mapped[str | None] = mapped_column(String(255))
    replaced_at: Mapped[datetime | None]

    based_on: Mapped["Edition | None"] = relationship(remote_side="Edition.id")

    __table_args__ = (
        UniqueConstraint("campaign_id", "version"),
        Index("uq_edition_prepared", "campaign_id", unique=True, postgresql_where=text(_PREPARED)),
        Index("uq_edition_in_force", "campaign_id", unique=True, postgresql_where=text(_IN_FORCE)),
        CheckConstraint("num_nulls(version, published_at, published_by) IN (0, 3)", name="published_whole"),
        CheckConstraint("replaced_at IS NULL OR published_at IS NOT NULL", name="replaced_once_published"),
    )
