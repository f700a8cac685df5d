"""Which campaigns' calls are kept because a court or an authority asks for them, until when, and by whose word."""

from datetime import date, datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, CreatedAt, RowId


class LegalHold(Base):
    """One campaign, until the end of a day: nothing of its calls is forgotten by the clock meanwhile.

    What would be due is sealed anew by the hold's own key, which `key_name` names, and which ends with it. A campaign
    is in one hold at a time.
    """

    __tablename__ = "legal_hold"

    id: Mapped[RowId]
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id"), index=True)
    reason: Mapped[str] = mapped_column(String(300))
    until: Mapped[date]
    key_name: Mapped[str] = mapped_column(String(16), unique=True)
    begun_at: Mapped[CreatedAt]
    begun_by: Mapped[str] = mapped_column(String(255))
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[str] = mapped_column(String(255), server_default="")  # nobody where its day was over
    is_key_gone: Mapped[bool] = mapped_column(server_default="false")

    __table_args__ = (
        Index("uq_legal_hold_standing", "campaign_id", unique=True, postgresql_where=text("ended_at IS NULL")),
    )


class AskedWhileHeld(Base):
    """A call whose number's owner asked to be forgotten while a hold kept it: it is forgotten once that is over."""

    __tablename__ = "asked_while_held"

    call_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("call.id", ondelete="CASCADE"), primary_key=True)
    asked_at: Mapped[CreatedAt]
