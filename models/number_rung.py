"""When each number was rung lately, and whether anybody there ever wanted it."""

from datetime import datetime

from sqlalchemy import DateTime, LargeBinary, SmallInteger
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class NumberRung(Base):
    """The last rings of one number, known by the same keyed hash as its calls; forgotten some days after the last.

    `in_vain` counts the rings since 1 was last pressed there.
    """

    __tablename__ = "number_rung"

    phone_hash: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    rang: Mapped[list[datetime]] = mapped_column(ARRAY(DateTime(timezone=True)))  # the newest first
    in_vain: Mapped[int] = mapped_column(SmallInteger)
    pressed_at: Mapped[datetime | None]
    over_at: Mapped[datetime] = mapped_column(index=True)  # from then on nothing is known of it
