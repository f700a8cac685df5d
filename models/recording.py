"""What somebody recorded, as the telephone plays it."""

from sqlalchemy import CheckConstraint, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, CreatedAt, RowId


class Recording(Base):
    """A WAV file under a name that nobody can guess. Kept here, so that every server has it; never changed.

    `file_name` is what the uploader's computer called the original, cleaned.
    """

    __tablename__ = "recording"

    id: Mapped[RowId]
    name: Mapped[str] = mapped_column(String(40), unique=True)
    wav: Mapped[bytes] = mapped_column(LargeBinary)
    size: Mapped[int]  # bytes
    seconds: Mapped[float]
    sha256: Mapped[str] = mapped_column(String(64))
    file_name: Mapped[str] = mapped_column(String(80))
    uploaded_by: Mapped[str] = mapped_column(String(255))
    uploaded_at: Mapped[CreatedAt]

    __table_args__ = (
        CheckConstraint("size = length(wav) AND size > 0", name="whole"),
        CheckConstraint("seconds > 0", name="sounds"),
    )
