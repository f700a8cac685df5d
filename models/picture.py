"""What a campaign shows: its logo, or the picture that others show with a link to it."""

from sqlalchemy import CheckConstraint, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, CreatedAt, RowId


class Picture(Base):
    """A picture that was encoded anew, under a name that nobody can guess. Kept here, so that every server has it.

    It is never changed, and editions name it by its id.
    """

    __tablename__ = "picture"

    id: Mapped[RowId]
    name: Mapped[str] = mapped_column(String(40), unique=True)
    data: Mapped[bytes] = mapped_column(LargeBinary)
    media_type: Mapped[str] = mapped_column(String(20))
    width: Mapped[int]
    height: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    uploaded_by: Mapped[str] = mapped_column(String(255))
    uploaded_at: Mapped[CreatedAt]

    __table_args__ = (CheckConstraint("width > 0 AND height > 0 AND length(data) > 0", name="shows"),)
