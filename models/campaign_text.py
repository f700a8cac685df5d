"""A campaign's own texts in the supporters' languages. English, the source, stands in the campaign itself."""

import hashlib
from collections.abc import Sequence

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base

# Chinese is written in two ways, and a page in the one is tiresome to readers of the other.
TEXT_LANGUAGES = ("es", "pt", "ht", "zh_Hans", "zh_Hant")


def english_digest(text: str | Sequence[str]) -> str:
    """Tells whether an English text, or a list of them, is still as it was translated, without keeping it twice."""
    whole = text if isinstance(text, str) else "\n".join(text)
    return hashlib.sha256(whole.encode()).hexdigest()[:16]


class CampaignText(Base):
    """The texts of one campaign in one language. What is empty is not translated: English is shown and said.

    `made_from` holds the `english_digest` that each translated text was made from.
    """

    __tablename__ = "campaign_text"

    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id", ondelete="CASCADE"), primary_key=True)
    language: Mapped[str] = mapped_column(String(8), primary_key=True)
    headline: Mapped[str] = mapped_column(String(160), default="", server_default="")
    subject: Mapped[str] = mapped_column(String(160), default="", server_default="")
    pitch: Mapped[str] = mapped_column(Text, default="", server_default="")
    script: Mapped[str] = mapped_column(Text, default="", server_default="")
    voicemail_script: Mapped[str] = mapped_column(Text, default="", server_default="")
    thanks_script: Mapped[str] = mapped_column(Text, default="", server_default="")
    talking_points: Mapped[list[str]] = mapped_column(JSONB, default=list, server_default="[]")
    made_from: Mapped[dict[str, str]] = mapped_column(JSONB, default=dict, server_default="{}")

    __table_args__ = (CheckConstraint("language <> 'en'", name="not_english"),)
