"""Which records of calls the carrier is still to delete: it keeps numbers for as long as nobody asks for that."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, SmallInteger, String, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, CreatedAt


class WhyKept(StrEnum):
    """Why a record is still there, as it was found last."""

    UNDER_WAY = "under-way"  # to the carrier the call is not over yet
    REFUSED = "refused"  # it does not do so, or this account may not ask
    BUSY = "busy"  # it took nothing just then
    NO_ANSWER = "no-answer"  # or none that we can read


class CarrierRecord(Base):
    """One leg, by the carrier's name for it, whose record is `due_at` to be deleted there; gone once that was done.

    After so many `tries` it is asked no more, and nothing is due.
    """

    __tablename__ = "carrier_record"

    sid: Mapped[str] = mapped_column(String(64), primary_key=True)
    since: Mapped[CreatedAt]
    due_at: Mapped[datetime | None]
    tries: Mapped[int] = mapped_column(SmallInteger, server_default="0")
    why: Mapped[WhyKept | None]
    code: Mapped[int | None]  # the carrier's own

    __table_args__ = (
        Index("ix_carrier_record_due_at", "due_at", postgresql_where=text("due_at IS NOT NULL")),
        Index("ix_carrier_record_since", "since"),
    )
