"""Which numbers may be rung: never again, and how often."""

from datetime import datetime

from sqlalchemy import DateTime, LargeBinary, String
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, CreatedAt


class DoNotCall(Base):
    """A number, as a keyed hash, that asked never to be called again. Every way in honours it."""

    __tablename__ = "do_not_call"

    phone_hash: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    asked_at: Mapped[CreatedAt]
    how: Mapped[str] = mapped_column(String(20))


class PhoneLimit(Base):
    """When a number, as a keyed hash, was last rung: newest first, no more entries than the limit needs."""

    __tablename__ = "phone_limit"

    phone_hash: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    recent: Mapped[list[datetime]] = mapped_column(ARRAY(DateTime(timezone=True)))
