"""One ask: who is asking, what they ask for, what the supporter says, and whom to call."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint, func
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, CreatedAt, RowId
from models.campaign_text import CampaignText


class CampaignState(StrEnum):
    """Only a live campaign rings anybody."""

    DRAFT = "draft"
    LIVE = "live"
    PAUSED = "paused"
    ARCHIVED = "archived"


class WhomToCall(StrEnum):
    """Whom a campaign's supporters call."""

    REPRESENTATIVE = "representative"  # of the supporter's own House district
    SENATOR = "senator"
    BOTH = "both"  # the representative, then the senator
    LISTED = "listed"  # the same office holders for everybody, in the campaign's order


class ScriptTold(StrEnum):
    """How a script is told to supporters who do not speak English, where it is translated."""

    BOTH = "both"  # in English, as the office will hear it, and then what that means in their language
    OWN = "own"  # in their language alone, since the office understands it


class Campaign(Base):
    """A campaign's words; `version` grows with every edit, so readers may cache by (id, version)."""

    __tablename__ = "campaign"

    id: Mapped[RowId]
    slug: Mapped[str] = mapped_column(String(60), unique=True)
    version: Mapped[int] = mapped_column(default=1, server_default="1")
    state: Mapped[CampaignState] = mapped_column(default=CampaignState.DRAFT)
    state_code: Mapped[str] = mapped_column(String(2), default="MA", server_default="MA")
    whom_to_call: Mapped[WhomToCall] = mapped_column(default=WhomToCall.REPRESENTATIVE)
    group_name: Mapped[str] = mapped_column(String(120))
    subject: Mapped[str] = mapped_column(String(160))
    headline: Mapped[str] = mapped_column(String(160))
    pitch: Mapped[str] = mapped_column(Text)
    script: Mapped[str] = mapped_column(Text)
    voicemail_script: Mapped[str] = mapped_column(Text, default="", server_default="")
    thanks_script: Mapped[str] = mapped_column(Text, default="", server_default="")
    script_told: Mapped[ScriptTold] = mapped_column(default=ScriptTold.BOTH, server_default="both")
    talking_points: Mapped[list[str]] = mapped_column(JSONB, default=list)
    fact_sheet_url: Mapped[str] = mapped_column(String(500), default="", server_default="")
    actions: Mapped[list[dict[str, str]]] = mapped_column(JSONB, default=list)
    phone_number: Mapped[str] = mapped_column(String(16))
    keeps_numbers: Mapped[bool] = mapped_column(default=False, server_default="false")  # of those who dial in
    created_at: Mapped[CreatedAt]
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now(), onupdate=func.now())
    texts: Mapped[list[CampaignText]] = relationship(passive_deletes=True)


class ListedOfficeHolder(Base):
    """An office holder on the fixed list of a campaign, called in the order of `rank`, from 0.

    The person is meant, not the row: whoever reads the list looks for the row in which they sit now.
    """

    __tablename__ = "listed_office_holder"

    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id"), primary_key=True)
    office_holder_id: Mapped[int] = mapped_column(ForeignKey("office_holder.id"), primary_key=True)
    rank: Mapped[int]

    __table_args__ = (UniqueConstraint("campaign_id", "rank", deferrable=True, initially="DEFERRED"),)


class CampaignExclusion(Base):
    """An office holder whom a campaign need not ask: thanked where it has a script for that, else not called.

    As on the list of those to call, the person is meant, in whichever seat and term.
    """

    __tablename__ = "campaign_exclusion"

    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id"), primary_key=True)
    office_holder_id: Mapped[int] = mapped_column(ForeignKey("office_holder.id"), primary_key=True)


class CampaignChange(Base):
    """Who changed a campaign and when, and what stood there before: what an undo goes back to.

    `about` says what was changed: "whom-to-call", "script-told", or "texts-" and a language.
    """

    __tablename__ = "campaign_change"

    id: Mapped[RowId]
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id"), index=True)
    about: Mapped[str] = mapped_column(String(20), default="whom-to-call", server_default="whom-to-call")
    changed_at: Mapped[datetime]
    changed_by: Mapped[str] = mapped_column(String(255))
    before: Mapped[dict[str, object]] = mapped_column(JSONB)
