"""By what a key is known again without which nobody may be called, and this very database."""

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, CreatedAt


class KeyCheck(Base):
    """What the key of `name` makes of a text that is no number: another key makes another of it.

    Two rows know this database again: one that is written here, and a hash of where that was. Another says since when
    an encryption key is the first.
    """

    __tablename__ = "key_check"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    digest: Mapped[bytes] = mapped_column(LargeBinary)
    made_at: Mapped[CreatedAt]
