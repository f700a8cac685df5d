"""How many calls there were, by hour, day, month, office, town, along one dimension at a time: what statistics read.

Indexes tell on which days there is some of a value: there the log looks for calls such as that.
"""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import BigInteger, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base

EVER = date.min  # in place of a day: all of them together
JOINED = "*"  # in place of a town or a source: several of them, each of which had too few calls


class CountedBy(StrEnum):
    """Along what calls are counted; each count is along one of these alone."""

    CALLS = "calls"  # all of them: there is no value
    WAY = "way"  # web, hotline, own-phone, written
    SOURCE = "source"  # whence their supporters came; empty where that is not known
    LANGUAGE = "language"
    LINE = "line"  # what the office's line showed
    SAID = "said"  # what supporters said came of it
    BESIDE = "beside"  # both, where there are both: "answered+voicemail"
    CAME = "came"  # what came of it, in one word
    STANCE = "stance"  # of each office of which somebody told; none where they told no stance
    STEP = "step"  # how far calls through us came; each counts for all steps that it took


class Step(StrEnum):
    """How far a call through us came."""

    ASKED = "asked"
    RANG = "rang"
    ANSWERED = "answered"
    PRESSED = "pressed"
    REACHED = "reached"  # the office's line was answered
    TALKED = "talked"  # for long enough to be a talk
    TOLD = "told"


class OfficeStep(StrEnum):
    """How far calls came at one office; of own phones and letters only the last is known."""

    TRIED = "tried"
    REACHED = "reached"
    TALKED = "talked"
    HEARD = "heard"  # somebody or something there took down what the supporter wanted
    TOLD = "told"
    HEARD_OTHERWISE = "heard-otherwise"  # as told of an own phone, or a letter


NO_STANCE = "none"


class CountOfHour(Base):
    """Calls of a campaign that began within an hour; hours are instants, so that days have 23 to 25 of them."""

    __tablename__ = "count_of_hour"

    campaign_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    hour: Mapped[datetime] = mapped_column(primary_key=True)
    dimension: Mapped[CountedBy] = mapped_column(primary_key=True)
    value: Mapped[str] = mapped_column(String(60), primary_key=True)
    calls: Mapped[int]
    seconds: Mapped[int] = mapped_column(BigInteger)


class CountOfDay(Base):
    """Calls of a campaign on a day of Massachusetts; `booked` later than that is a correction of a sealed day."""

    __tablename__ = "count_of_day"

    campaign_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    day: Mapped[date] = mapped_column(primary_key=True)
    booked: Mapped[date] = mapped_column(primary_key=True)
    dimension: Mapped[CountedBy] = mapped_column(primary_key=True)
    value: Mapped[str] = mapped_column(String(60), primary_key=True)
    calls: Mapped[int]
    seconds: Mapped[int] = mapped_column(BigInteger)

    __table_args__ = (Index("ix_count_of_day_days", "dimension", "value", "day"),)


class CountOfMonth(Base):
    """Calls of a campaign in a month of Massachusetts, told by its first day, and ever: their days added up."""

    __tablename__ = "count_of_month"

    campaign_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    month: Mapped[date] = mapped_column(primary_key=True)
    dimension: Mapped[CountedBy] = mapped_column(primary_key=True)
    value: Mapped[str] = mapped_column(String(60), primary_key=True)
    calls: Mapped[int]
    seconds: Mapped[int] = mapped_column(BigInteger)


class CountOfOffice(Base):
    """Calls of a campaign that reached for an office holder, on a day and ever; `booked` as of days."""

    __tablename__ = "count_of_office"

    campaign_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    day: Mapped[date] = mapped_column(primary_key=True)
    booked: Mapped[date] = mapped_column(primary_key=True)
    district_geoid: Mapped[str] = mapped_column(String(12), primary_key=True)
    office_holder_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    dimension: Mapped[CountedBy] = mapped_column(primary_key=True)
    value: Mapped[str] = mapped_column(String(60), primary_key=True)
    calls: Mapped[int]
    seconds: Mapped[int] = mapped_column(BigInteger)

    __table_args__ = (Index("ix_count_of_office_days", "district_geoid", "dimension", "value", "day"),)


class CountOfTown(Base):
    """Calls of a campaign from a town, on a day and ever; of a sealed day their number alone, towns of few joined."""

    __tablename__ = "count_of_town"

    campaign_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    day: Mapped[date] = mapped_column(primary_key=True)
    town: Mapped[str] = mapped_column(String(60), primary_key=True)
    dimension: Mapped[CountedBy] = mapped_column(primary_key=True)
    value: Mapped[str] = mapped_column(String(60), primary_key=True)
    calls: Mapped[int]
    seconds: Mapped[int] = mapped_column(BigInteger)

    __table_args__ = (Index("ix_count_of_town_days", "town", "day", postgresql_where=text("dimension = 'calls'")),)
