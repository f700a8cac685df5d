"""When web servers were last alive, and since when they are again: what the carrier told meanwhile nobody heard."""

from datetime import datetime

from sqlalchemy import SmallInteger
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class WebHeartbeat(Base):
    """One row, whichever of the web servers wrote it: `seen_at` again and again, `back_at` when all had been away."""

    __tablename__ = "web_heartbeat"

    id: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    seen_at: Mapped[datetime]
    back_at: Mapped[datetime | None]
