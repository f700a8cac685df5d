"""What admins set up with the carrier: the account, numbers that are bought, an organizer's own phone, test calls."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, LargeBinary, String
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, RowId


class CarrierSetup(Base):
    """The account, and what was seen when the carrier was last asked: one row.

    Its token is encrypted; the one before is accepted until `previous_until`. An API key may place the calls. What the
    environment names comes before this.
    """

    __tablename__ = "carrier_setup"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, default=1, server_default="1")
    account_sid: Mapped[str] = mapped_column(String(64), default="", server_default="")
    token_encrypted: Mapped[bytes | None] = mapped_column(LargeBinary)
    previous_encrypted: Mapped[bytes | None] = mapped_column(LargeBinary)
    previous_until: Mapped[datetime | None]
    api_key_sid: Mapped[str] = mapped_column(String(64), default="", server_default="")
    api_key_encrypted: Mapped[bytes | None] = mapped_column(LargeBinary)
    set_by: Mapped[str] = mapped_column(String(255), default="", server_default="")
    set_at: Mapped[datetime | None]
    looked: Mapped[dict[str, Any] | None] = mapped_column(JSONB)
    looked_at: Mapped[datetime | None]
    fallback_url: Mapped[str] = mapped_column(String(300), default="", server_default="")

    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)


class NumberBought(Base):
    """A number that somebody said to buy: written before the carrier is asked, so that none is bought twice."""

    __tablename__ = "number_bought"

    phone_number: Mapped[str] = mapped_column(String(16), primary_key=True)
    asked_by: Mapped[str] = mapped_column(String(255))
    asked_at: Mapped[datetime]
    bought_at: Mapped[datetime | None]


class OrganizerPhone(Base):
    """An organizer's own number, which test calls ring: confirmed by a code that was spoken to it."""

    __tablename__ = "organizer_phone"

    organizer_id: Mapped[int] = mapped_column(ForeignKey("organizer.id", ondelete="CASCADE"), primary_key=True)
    phone_encrypted: Mapped[bytes] = mapped_column(LargeBinary)
    code_encrypted: Mapped[bytes | None] = mapped_column(LargeBinary)
    code_until: Mapped[datetime | None]
    tries_left: Mapped[int] = mapped_column(default=0, server_default="0")
    confirmed_at: Mapped[datetime | None]


class KindOfTestCall(StrEnum):
    """What a call to an organizer is for."""

    CODE = "code"  # to speak the code
    TEST = "test"
    LINE = "line"  # to try a number that an office got


class TestCall(Base):
    """A real call to an organizer's own phone. `reached` says when each of its stops was reached.

    `office_number` is dialed in an office's place, empty where none is; `office_sid` names the leg that comes in there.
    Where a new line is tried it is that line's, with its `extension`, and `holder_id` says whose.
    """

    __test__ = False  # pytest would take it for one of its own
    __tablename__ = "test_call"

    id: Mapped[RowId]
    kind: Mapped[KindOfTestCall]
    organizer_id: Mapped[int] = mapped_column(ForeignKey("organizer.id", ondelete="CASCADE"), index=True)
    campaign_id: Mapped[int | None] = mapped_column(BigInteger, index=True)
    caller_id: Mapped[str] = mapped_column(String(16))
    asked_at: Mapped[datetime]
    leg_sid: Mapped[str] = mapped_column(String(64), default="", server_default="")
    reached: Mapped[dict[str, str]] = mapped_column(JSONB, default=dict, server_default="{}")
    office_number: Mapped[str] = mapped_column(String(16), default="", server_default="")
    office_sid: Mapped[str] = mapped_column(String(64), default="", server_default="")
    extension: Mapped[str] = mapped_column(String(8), default="", server_default="")
    holder_id: Mapped[int | None] = mapped_column(ForeignKey("office_holder.id"))
    error_code: Mapped[int | None]
    price: Mapped[str] = mapped_column(String(20), default="", server_default="")
