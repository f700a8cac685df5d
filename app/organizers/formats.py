"""How organizers' pages write days, times, durations and numbers: in Massachusetts, in plain words."""

from datetime import date, datetime
from decimal import Decimal
from typing import Protocol

from flask import Flask

from app.clock import eastern_day
from app.extensions import given
from app.guard.phone_numbers import national
from app.language.moments import short
from app.language.moments.short import clock_time, day_in_words, time_of_day
from app.limits.money.forecast import dollars
from app.organizers.came_of import call_title, came_of_word, how_known, said_word
from app.representatives import Line
from app.representatives.facts.records import LineFacts
from app.representatives.opening.typed.writing import write_day
from app.telephony.money import Money
from models import Leg

NOTHING = "–"  # noqa: RUF001 - a dash, as in any table


def day_and_time(moment: datetime) -> str:
    """Nov 23, 2:05 PM; with the year unless it is the present one."""
    return short.day_and_time(moment, given().clock())


def calendar_day(day: date) -> str:
    """Nov 23, 2026: a day, or that of a moment by the clock in Massachusetts."""
    return short.calendar_day(eastern_day(day) if isinstance(day, datetime) else day)


class Dated(Protocol):
    """A call, or a note of its supporter: of old ones no more than the day is known."""

    @property
    def created_at(self) -> datetime:
        """When it began, or was written."""

    @property
    def is_coarse(self) -> bool:
        """Whether that is the beginning of a day on which it was."""


def began(it: Dated) -> str:
    """When it began, or was written: as far as that is known."""
    return calendar_day(it.created_at) if it.is_coarse else day_and_time(it.created_at)


def minutes(seconds: int | None) -> str:
    """m:ss; a dash where nothing is known."""
    return NOTHING if seconds is None else f"{seconds // 60}:{seconds % 60:02d}"


def written_line(line: Line | LineFacts) -> str:
    """(508) 757-0323 ext. 13."""
    return national(line.e164, line.extension)


def told_price(leg: Leg) -> str:
    """What the carrier said that a leg cost, in its own currency."""
    return str(Money(leg.price or Decimal(0), leg.price_unit or "USD"))


def init_formats(app: Flask) -> None:
    """Give templates these as filters."""
    moments = (day_and_time, time_of_day, calendar_day, clock_time, day_in_words)
    of_a_call = (began, call_title, came_of_word, how_known, said_word)
    for write in (*moments, *of_a_call, dollars, minutes, national, told_price, write_day, written_line):
        app.add_template_filter(write)
