"""One ask: who is asking, what they ask for, what the supporter says, and whom to call."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import String, Text, func
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, CreatedAt, RowId
from models.representatives import Chamber


class CampaignState(StrEnum):
    """Only a live campaign rings anybody."""

    DRAFT = "draft"
    LIVE = "live"
    PAUSED = "paused"
    ARCHIVED = "archived"


class Campaign(Base):
    """A campaign's words; `version` grows with every edit, so readers may cache by (id, version)."""

    __tablename__ = "campaign"

    id: Mapped[RowId]
    slug: Mapped[str] = mapped_column(String(60), unique=True)
    version: Mapped[int] = mapped_column(default=1, server_default="1")
    state: Mapped[CampaignState] = mapped_column(default=CampaignState.DRAFT)
    state_code: Mapped[str] = mapped_column(String(2), default="MA", server_default="MA")
    chamber: Mapped[Chamber] = mapped_column(default=Chamber.HOUSE)
    group_name: Mapped[str] = mapped_column(String(120))
    subject: Mapped[str] = mapped_column(String(160))
    headline: Mapped[str] = mapped_column(String(160))
    pitch: Mapped[str] = mapped_column(Text)
    script: Mapped[str] = mapped_column(Text)
    voicemail_script: Mapped[str] = mapped_column(Text, default="", server_default="")
    talking_points: Mapped[list[str]] = mapped_column(JSONB, default=list)
    fact_sheet_url: Mapped[str] = mapped_column(String(500), default="", server_default="")
    actions: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, default=list)
    phone_number: Mapped[str] = mapped_column(String(16))
    created_at: Mapped[CreatedAt]
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now(), onupdate=func.now())
