"""One ask: where it is found, how it stands, and its editions, which say everything else."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, String, func
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, CreatedAt, RowId
from models.edition import Edition


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
    """What of a campaign holds at once, without an edition; `version` grows whenever this or the edition in force does.

    So readers may cache by (id, version).
    """

    __tablename__ = "campaign"

    id: Mapped[RowId]
    slug: Mapped[str] = mapped_column(String(60), unique=True)
    version: Mapped[int] = mapped_column(default=1, server_default="1")
    state: Mapped[CampaignState] = mapped_column(default=CampaignState.DRAFT)
    state_code: Mapped[str] = mapped_column(String(2), default="MA", server_default="MA")
    phone_number: Mapped[str] = mapped_column(String(16))
    keeps_numbers: Mapped[bool] = mapped_column(default=False, server_default="false")  # of those who dial in
    held_back: Mapped[list[int]] = mapped_column(ARRAY(BigInteger), default=list, server_default="{}")  # office holders
    created_at: Mapped[CreatedAt]
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now(), onupdate=func.now())

    editions: Mapped[list[Edition]] = relationship(passive_deletes=True, order_by=Edition.id)
