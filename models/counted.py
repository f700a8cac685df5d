"""What was counted of each call, so that it can be counted anew: and how far the counting came."""

from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Integer, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base
from models.call import LineOutcome, ReportedOutcome
from models.feedback import Stance


class CountedCall(Base):
    """What one call counts for, and not what it is now: the difference is what is yet to be counted.

    `day` is that of Massachusetts on which it began, `hour` when its hour began. Hour, town and source are forgotten
    when the day is sealed. The steps from `rang` on are those of calls through us; `seconds` are those of talk.
    """

    __tablename__ = "counted_call"

    call_id: Mapped[int] = mapped_column(ForeignKey("call.id", ondelete="CASCADE"), primary_key=True)
    campaign_id: Mapped[int] = mapped_column(BigInteger)
    day: Mapped[date] = mapped_column(index=True)
    hour: Mapped[datetime | None]
    town: Mapped[str | None] = mapped_column(String(60))
    came_from: Mapped[str | None] = mapped_column(String(40))
    way: Mapped[str] = mapped_column(String(16))
    language: Mapped[str] = mapped_column(String(8))
    line: Mapped[LineOutcome | None]
    said: Mapped[ReportedOutcome | None]
    came: Mapped[str] = mapped_column(String(32))
    through_us: Mapped[bool]
    rang: Mapped[bool]
    answered: Mapped[bool]
    pressed: Mapped[bool]
    reached: Mapped[bool]
    talked: Mapped[bool]
    told: Mapped[bool]
    seconds: Mapped[int]


class CountedOffice(Base):
    """The same of one office holder whom a call reached for, by whatever lines; `nth` counts those of the call."""

    __tablename__ = "counted_office"

    call_id: Mapped[int] = mapped_column(ForeignKey("counted_call.call_id", ondelete="CASCADE"), primary_key=True)
    nth: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    district_geoid: Mapped[str] = mapped_column(String(12))
    office_holder_id: Mapped[int] = mapped_column(BigInteger)
    line: Mapped[LineOutcome | None]
    said: Mapped[ReportedOutcome | None]
    stance: Mapped[Stance | None]
    seconds: Mapped[int]


class Counting(Base):
    """How far events are counted: one row.

    All up to `sure_to` are. What was committed late has a lower id than what was read before: so what came after is
    read once more, up to `marked`, as soon as every transaction is over that had begun before `marked_by`. Of that so
    many were `seen`, and after it, up to `read_to`, `seen_since`: if as many are there then, none came late.
    """

    __tablename__ = "counting"

    id: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    sure_to: Mapped[int] = mapped_column(BigInteger, server_default="0")
    marked: Mapped[int] = mapped_column(BigInteger, server_default="0")
    marked_by: Mapped[int] = mapped_column(BigInteger, server_default="0")
    read_to: Mapped[int] = mapped_column(BigInteger, server_default="0")
    seen: Mapped[int] = mapped_column(Integer, server_default="0")
    seen_since: Mapped[int] = mapped_column(Integer, server_default="0")

    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)


class DayToSeal(Base):
    """A day whose calls are counted anew before it is sealed: up to that of `call_id`, which began at `counted_to`."""

    __tablename__ = "day_to_seal"

    day: Mapped[date] = mapped_column(primary_key=True)
    counted_to: Mapped[datetime]
    call_id: Mapped[int] = mapped_column(BigInteger)


class SealedDay(Base):
    """A day of which whatever is told later is a correction; `digest` is that of its counts as sealed.

    There is none while what its seal is not to tell is still being taken out of its counts: until then its calls stay.
    """

    __tablename__ = "sealed_day"

    day: Mapped[date] = mapped_column(primary_key=True)
    sealed_at: Mapped[datetime]
    calls: Mapped[int]
    digest: Mapped[str | None] = mapped_column(String(64))
