"""A page whose supporter would rather dial themselves: the code that joins it to their call."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, String, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, CreatedAt, RowId


class DialIn(Base):
    """Whom a page has found already; `offices` are planned offices, `call_id` the call that keyed the code."""

    __tablename__ = "dial_in"

    id: Mapped[RowId]
    created_at: Mapped[CreatedAt]
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id"))
    code: Mapped[str] = mapped_column(String(5))  # of four digits, or of five where many pages wait
    good_until: Mapped[datetime] = mapped_column(index=True)
    town: Mapped[str] = mapped_column(String(60))
    language: Mapped[str] = mapped_column(String(8))
    more_time: Mapped[bool] = mapped_column(server_default="false")  # passed on to their call, else soon forgotten
    offices: Mapped[list[dict[str, object]]] = mapped_column(JSONB)
    call_id: Mapped[int | None] = mapped_column(ForeignKey("call.id"), index=True)
    phone_bank_id: Mapped[int | None] = mapped_column(ForeignKey("phone_bank.id"))  # the room whose code they had
    came_from: Mapped[str] = mapped_column(String(40), server_default="")  # as the address said that led to the page
    visitor_hash: Mapped[bytes | None] = mapped_column(LargeBinary)  # whose page it is today; forgotten with the code

    __table_args__ = (
        Index("ix_dial_in_waiting", "campaign_id", "good_until", postgresql_where=text("call_id IS NULL")),
        Index("ix_dial_in_whose", "good_until", postgresql_where=text("more_time OR visitor_hash IS NOT NULL")),
    )
