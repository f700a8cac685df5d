"""A file of calls that somebody takes along while it is sent: how far it is, and nothing of what is in it."""

from enum import StrEnum

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, CreatedAt


class DownloadEnd(StrEnum):
    """How it ended."""

    WHOLE = "whole"
    STOPPED = "stopped"  # whoever took it hung up
    FAILED = "failed"


class Download(Base):
    """One file, by the key that its page made up for it."""

    __tablename__ = "download"

    key: Mapped[str] = mapped_column(String(32), primary_key=True)
    organizer_id: Mapped[int] = mapped_column(ForeignKey("organizer.id", ondelete="CASCADE"), index=True)
    told_at: Mapped[CreatedAt]  # when it was last known how far it is
    rows: Mapped[int] = mapped_column(server_default="0")
    ended: Mapped[DownloadEnd | None]
