"""What the carrier told or asked, each once: narrow, since a call has a dozen of them and the log keeps them all."""

from typing import Any

from sqlalchemy import BigInteger, SmallInteger, String
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, CreatedAt


class CarrierEvent(Base):
    """One carrier request, without any telephone number.

    `kind` is "status" (a callback), "turn" (the carrier asked what to say next; `name` is the step that it led to),
    "machine" (what it takes the voice for that picked up) or "refused" (it rang nobody). `rank` is that of the office,
    None for a report of the supporter's own phone. `at` is the carrier's time, or ours where it told none.
    """

    __tablename__ = "carrier_event"

    # Of a call that is there: it is written from its row. To look that up once more costs as much as to write it.
    call_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    key: Mapped[int] = mapped_column(
        BigInteger, primary_key=True, autoincrement=False
    )  # a hash of what makes it count once
    at: Mapped[CreatedAt]
    kind: Mapped[str] = mapped_column(String(12))
    name: Mapped[str] = mapped_column(String(40))
    rank: Mapped[int | None] = mapped_column(SmallInteger)
    told: Mapped[dict[str, str] | None] = mapped_column(JSONB(none_as_null=True))  # of its form, what the log shows
    facts: Mapped[dict[str, Any] | None] = mapped_column(
        JSONB(none_as_null=True)
    )  # what a turn told that may be otherwise later
