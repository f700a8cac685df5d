"""How often somebody has lately tried to sign in under one name."""

from datetime import datetime

from sqlalchemy import DateTime, LargeBinary
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class SignInLimit(Base):
    """When a name, as a keyed hash, was last tried: newest first, no more entries than the limit needs."""

    __tablename__ = "sign_in_limit"

    name_hash: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    recent: Mapped[list[datetime]] = mapped_column(ARRAY(DateTime(timezone=True)))
