"""How the offices' numbers answered, by the day: counted once as calls end, so that no page counts calls."""

from datetime import date, datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class LineDay(Base):
    """One number on one day of Massachusetts, that on which the calls began: how often it showed what. No rehearsals.

    A call that a supporter left before the office answered counts for none of these.
    """

    __tablename__ = "line_day"

    e164: Mapped[str] = mapped_column(String(16), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True, index=True)
    answered: Mapped[int]
    busy: Mapped[int]
    no_answer: Mapped[int]
    failed: Mapped[int]
    mailbox_full: Mapped[int]
    last_tried: Mapped[datetime]
