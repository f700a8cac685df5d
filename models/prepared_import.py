"""Who is to sit where from a moment on: what a file said of it, kept until then."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, RowId


class PreparedImport(Base):
    """An import that takes force by itself at `in_force_from`; `took_force_at` is when it did. Undone, it is gone.

    `request` and `people` are read and written by `app/representatives/importing/waiting/kept.py` alone: nobody in them
    is an office holder yet, so that nothing can ring them.
    """

    __tablename__ = "prepared_import"

    id: Mapped[RowId]
    state: Mapped[str] = mapped_column(ForeignKey("roster.state"))
    in_force_from: Mapped[datetime]
    request: Mapped[dict[str, object]] = mapped_column(JSONB)
    people: Mapped[list[dict[str, object]]] = mapped_column(JSONB)
    prepared_at: Mapped[datetime]
    prepared_by: Mapped[str] = mapped_column(String(255))
    took_force_at: Mapped[datetime | None]
