"""One ask: where it is found, how it stands, and its editions, which say everything else."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import BigInteger, String, func
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base, CreatedAt, RowId
from models.edition import Edition


class CampaignState(StrEnum):
    """Only a live campaign rings anybody."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"  # started, and begins at the date that its edition says
    LIVE = "live"
    PAUSED = "paused"
    ARCHIVED = "archived"


class WhomToCall(StrEnum):
    """Whom a campaign's supporters call."""

    REPRESENTATIVE = "representative"  # of the supporter's own House district
    SENATOR = "senator"
    BOTH = "both"  # the representative, then the senator
    LISTED = "listed"  # the same office holders for everybody, in the campaign's order
    OWN_THEN_LISTED = "own-then-listed"  # the representative, then those

    @property
    def calls_list(self) -> bool:
        """Whether the people of the campaign's list are called."""
        return self in {WhomToCall.LISTED, WhomToCall.OWN_THEN_LISTED}

    @property
    def asks_place(self) -> bool:
        """Whether where a supporter lives decides whom they call."""
        return self is not WhomToCall.LISTED


class ScriptTold(StrEnum):
    """How a script is told to supporters who do not speak English, where it is translated."""

    BOTH = "both"  # in English, as the office will hear it, and then what that means in their language
    OWN = "own"  # in their language alone, since the office understands it


class Campaign(Base):
    """What of a campaign holds at once, without an edition; `version` grows whenever this or the edition in force does.

    So readers may cache by (id, version). How it stands makes no version. `back_at` is when one that rests will ring.
    `waived` are points of the checklist that somebody left open knowingly, `rehearsed_at` is when a rehearsal of it
    last came to its end. Once it has ended, its number stays with it until `number_kept_until`. While something is odd
    about who asks for its calls, it `asks_proof` that their browsers took some trouble.
    """

    __tablename__ = "campaign"

    id: Mapped[RowId]
    slug: Mapped[str] = mapped_column(String(60), unique=True)
    version: Mapped[int] = mapped_column(default=1, server_default="1")
    state: Mapped[CampaignState] = mapped_column(default=CampaignState.DRAFT)
    back_at: Mapped[datetime | None]
    rehearsed_at: Mapped[datetime | None]
    waived: Mapped[list[str]] = mapped_column(ARRAY(String(20)), default=list, server_default="{}")
    number_kept_until: Mapped[date | None]
    asks_proof: Mapped[bool] = mapped_column(default=False, server_default="false")
    state_code: Mapped[str] = mapped_column(String(2), default="MA", server_default="MA")
    phone_number: Mapped[str] = mapped_column(String(16))
    serves_hotline: Mapped[bool] = mapped_column(default=True, server_default="true")  # or only shows its number
    office_contact: Mapped[str] = mapped_column(String(300), default="", server_default="")  # whom an office reaches
    held_back: Mapped[list[int]] = mapped_column(ARRAY(BigInteger), default=list, server_default="{}")  # office holders
    created_at: Mapped[CreatedAt]
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now(), onupdate=func.now())

    editions: Mapped[list[Edition]] = relationship(passive_deletes=True, order_by=Edition.id)
