"""Which numbers are never to be rung again."""

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, CreatedAt


class DoNotCall(Base):
    """A number, as a keyed hash, that asked never to be called again. Every way in honours it."""

    __tablename__ = "do_not_call"

    phone_hash: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    asked_at: Mapped[CreatedAt]
    how: Mapped[str] = mapped_column(String(20))
