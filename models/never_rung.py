"""Which numbers organizers said are never to be rung as a supporter's."""

from datetime import date, datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class NeverRung(Base):
    """One number, or all that begin so, in E.164: an institution's or a company's, with whose, from where and when.

    A person who wants peace is on the do-not-call list instead, which keeps no number.
    """

    __tablename__ = "never_rung"

    begins: Mapped[str] = mapped_column(String(12), primary_key=True)
    what: Mapped[str] = mapped_column(String(120))
    source: Mapped[str] = mapped_column(String(300), default="", server_default="")
    as_of: Mapped[date | None]
    added_at: Mapped[datetime]
    added_by: Mapped[str] = mapped_column(String(255))
