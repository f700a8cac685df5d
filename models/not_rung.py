"""How often numbers were asked for that are not rung, and why: whoever asks is not told, organizers may know."""

from datetime import date

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class NotRung(Base):
    """A reason on a day of a campaign, and how often. Of the numbers nothing is kept."""

    __tablename__ = "not_rung"

    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id", ondelete="CASCADE"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    why: Mapped[str] = mapped_column(String(32), primary_key=True)
    how_often: Mapped[int] = mapped_column(server_default="1")

    __table_args__ = (Index("ix_not_rung_day", "day"),)
