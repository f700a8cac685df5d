"""Everything the carrier told us, verbatim and once, in the order in which we heard it."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, CreatedAt, RowId


class CarrierEvent(Base):
    """One carrier request. The form is kept whole but encrypted, since it carries telephone numbers.

    `kind` is "status" (a callback; `key` its sequence number), "turn" (the carrier asked what to say next; `key`
    says what follows which step, `name` is the step that it led to), "machine" (what it takes the voice for that
    picked up) or "reconciled" (what it answered when we asked).
    """

    __tablename__ = "carrier_event"

    id: Mapped[RowId]
    call_id: Mapped[int] = mapped_column(ForeignKey("call.id"), index=True)
    carrier_sid: Mapped[str] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(12))
    key: Mapped[str] = mapped_column(String(40))
    name: Mapped[str] = mapped_column(String(40))
    rank: Mapped[int | None]  # of the office that a turn is about
    facts: Mapped[dict[str, Any] | None] = mapped_column(
        JSONB(none_as_null=True)
    )  # what a turn told that may be otherwise later
    happened_at: Mapped[datetime | None]
    received_at: Mapped[CreatedAt]
    form_encrypted: Mapped[bytes | None] = mapped_column(LargeBinary)

    __table_args__ = (UniqueConstraint("carrier_sid", "kind", "key"),)
