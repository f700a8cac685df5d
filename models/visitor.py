"""What each visitor asked for today, for as long as the day lasts."""

from datetime import datetime

from sqlalchemy import LargeBinary
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class VisitorAsked(Base):
    """By which forms one visitor had calls placed, and when. Whoever it is, is a keyed hash of address and day.

    Whom these calls rang, and whether they rang at all, their own rows tell.
    """

    __tablename__ = "visitor_asked"

    visitor_hash: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    forms: Mapped[dict[str, str]] = mapped_column(JSONB)  # the moment of each
    is_held: Mapped[bool] = mapped_column(server_default="false")  # nobody is rung for them any more
    over_at: Mapped[datetime] = mapped_column(index=True)  # the end of the day: nobody has this hash any more
