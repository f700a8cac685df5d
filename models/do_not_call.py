"""Which numbers are not to be rung: never again, or not until tomorrow."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, LargeBinary, String, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, CreatedAt


class HowBlocked(StrEnum):
    """In which way a number came to be one that is never called."""

    KEY_9 = "keypad"  # on a call that we placed
    PAGE = "page"  # on the page of a call on which a key was pressed at the phone that we rang
    CALLER_ID = "hotline"  # which anybody may claim, and so for a day
    IN_WRITING = "in-writing"  # somebody asked the team, and an organizer typed the number


BY_ITS_OWNER = frozenset({HowBlocked.KEY_9, HowBlocked.PAGE})  # whoever has the phone said so at it, and nobody else


class DoNotCall(Base):
    """A number, as a keyed hash, that asked never to be called again. Every way in honours it.

    Of whom only the caller ID is known, which anybody may claim, it holds `until` a day later. `asked_at` is the day.
    """

    __tablename__ = "do_not_call"

    phone_hash: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    asked_at: Mapped[CreatedAt] = mapped_column(index=True)
    how: Mapped[str] = mapped_column(String(20))  # a `HowBlocked`
    until: Mapped[datetime | None]  # none: for good

    __table_args__ = (Index("ix_do_not_call_until", "until", postgresql_where=text("until IS NOT NULL")),)
