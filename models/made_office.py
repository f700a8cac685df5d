"""An office that is no legislator's, made by hand: what it is called, and what whoever made it wants to be known."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class MadeOffice(Base):
    """What a seat without a chamber has beside its holder, who has name, lines and address like everybody else.

    `titles` are what the holder is called, by language, English among them if there are any. `before` is the whole
    office as it was before the last change, which an undo restores.
    """

    __tablename__ = "made_office"

    district_geoid: Mapped[str] = mapped_column(ForeignKey("district.geoid"), primary_key=True)
    titles: Mapped[dict[str, str]] = mapped_column(JSONB)
    note: Mapped[str] = mapped_column(String(300))
    set_at: Mapped[datetime]
    set_by: Mapped[str] = mapped_column(String(255))
    before: Mapped[dict[str, object] | None] = mapped_column(JSONB(none_as_null=True))
