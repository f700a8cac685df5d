"""A room full of people who call together: when, how many, for which campaign, and the code by which they are known."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, RowId

MOST_PEOPLE = 500


class PhoneBank(Base):
    """Whoever comes with its code counts as one of this room and not as a visitor of its address.

    `people` is how many different numbers may ring by the code while it is open; `closed_at` is when somebody closed it
    before its time.
    """

    __tablename__ = "phone_bank"

    id: Mapped[RowId]
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id"), index=True)
    place: Mapped[str] = mapped_column(String(80))
    code: Mapped[str] = mapped_column(String(16), unique=True)
    people: Mapped[int] = mapped_column(SmallInteger)
    opens_at: Mapped[datetime]
    closes_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    made_by: Mapped[str] = mapped_column(String(255))
    made_at: Mapped[datetime]

    __table_args__ = (
        CheckConstraint("closes_at > opens_at AND closes_at <= opens_at + interval '1 day'", name="a_day_at_most"),
        CheckConstraint(f"people BETWEEN 1 AND {MOST_PEOPLE}", name="people_sane"),
    )
