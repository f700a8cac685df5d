"""When office lines are answered, where that is not the usual Monday to Friday, nine to five; and days that differ.

A span is a list of two numbers: the minutes after local midnight at which it begins and ends.
"""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, RowId


class OfficeHours(Base):
    """The week of a line that differs from the usual one: seven lists of spans, Monday first."""

    __tablename__ = "office_hours"

    line_id: Mapped[int] = mapped_column(ForeignKey("office_line.id"), primary_key=True)
    week: Mapped[list[list[list[int]]]] = mapped_column(JSONB)
    set_at: Mapped[datetime]
    set_by: Mapped[str] = mapped_column(String(255))


class HoursException(Base):
    """One day that differs, for one line or for every office of a state: its spans, none if closed, and why."""

    __tablename__ = "hours_exception"

    id: Mapped[RowId]
    line_id: Mapped[int | None] = mapped_column(ForeignKey("office_line.id"))
    state: Mapped[str | None] = mapped_column(ForeignKey("roster.state"))
    day: Mapped[date]
    spans: Mapped[list[list[int]]] = mapped_column(JSONB)
    note: Mapped[str] = mapped_column(String(120))
    set_at: Mapped[datetime]
    set_by: Mapped[str] = mapped_column(String(255))

    __table_args__ = (
        UniqueConstraint("line_id", "day"),
        UniqueConstraint("state", "day"),
        CheckConstraint("(line_id IS NULL) <> (state IS NULL)", name="line_or_state"),
    )
