"""Numbers that an organizer gave to an office and that nobody else has confirmed yet."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class NewLine(Base):
    """One number of one office holder, as it was set by hand or by a file.

    As long as it `waits`, the office is reached on the lines of `meanwhile` instead, best first, as [E.164, extension,
    kind]: until somebody else confirms it, a test call does, or `used_from` has come. Confirmed it stays so; a number
    that was never confirmed is not by being set once more.
    """

    __tablename__ = "new_line"

    holder_id: Mapped[int] = mapped_column(ForeignKey("office_holder.id"), primary_key=True)
    e164: Mapped[str] = mapped_column(String(16), primary_key=True)
    extension: Mapped[str] = mapped_column(String(8), primary_key=True, default="", server_default="")
    set_by: Mapped[str] = mapped_column(String(255))
    set_at: Mapped[datetime]
    used_from: Mapped[datetime]
    waits: Mapped[bool] = mapped_column(default=True, server_default="true")
    meanwhile: Mapped[list[list[str]]] = mapped_column(JSONB, default=list, server_default="[]")
    confirmed_by: Mapped[str] = mapped_column(String(255), default="", server_default="")
    confirmed_at: Mapped[datetime | None]

    __table_args__ = (Index("ix_new_line_waiting", "used_from", postgresql_where=text("waits")),)
