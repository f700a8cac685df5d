"""Which numbers are not to be rung: never again, or not until tomorrow."""

from datetime import datetime

from sqlalchemy import Index, LargeBinary, String, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, CreatedAt


class DoNotCall(Base):
    """A number, as a keyed hash, that asked never to be called again. Every way in honours it.

    Of whom only the caller ID is known, which anybody may claim, it holds `until` a day later.
    """

    __tablename__ = "do_not_call"

    phone_hash: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    asked_at: Mapped[CreatedAt] = mapped_column(index=True)
    how: Mapped[str] = mapped_column(String(20))
    until: Mapped[datetime | None]  # none: for good

    __table_args__ = (Index("ix_do_not_call_until", "until", postgresql_where=text("until IS NOT NULL")),)
