"""That somebody asked to be called, in which words: kept for as long as a claim could be made."""

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, CreatedAt, RowId


class Consent(Base):
    """A ticked consent box: the wording's version, when, and for which campaign.

    Whose it is, is read only by whoever has the private half of `CONSENT_PUBLIC_KEY`; without one nobody knows.
    """

    __tablename__ = "consent"

    id: Mapped[RowId]
    call_id: Mapped[int | None] = mapped_column(ForeignKey("call.id", ondelete="SET NULL"), index=True)
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id"))
    phone_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    wording_version: Mapped[str] = mapped_column(String(32))
    given_at: Mapped[CreatedAt] = mapped_column(index=True)
