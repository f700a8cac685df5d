"""The forms for hours: the week of a line, and a day that differs, at one office or at all of them."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated

from pydantic import PlainValidator, ValidationInfo

from app.organizers.hours_typed import told_at_the_field
from app.representatives.opening import DaySpans, HoursError, HoursProblem, Week
from app.representatives.opening.changing.exception import LONGEST_NOTE, check_day, check_note
from app.representatives.opening.spans import one_week
from app.representatives.opening.typed.reading import LONGEST, read_day
from app.representatives.opening.typed.writing import CLOSED, DAYS, write_day
from app.serving.forms import Form, Text, known

FIELDS = {day.lower(): day for day in DAYS}
SHOWN = 30  # characters of a day
MONTH_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
BEFORE_ANYBODY_TYPES = {"day": "", "hours": CLOSED, "note": ""}

Hours = Annotated[DaySpans, Text(limit=LONGEST), PlainValidator(told_at_the_field(read_day))]


class WeekForm(Form):
    """The hours of each weekday."""

    monday: Hours
    tuesday: Hours
    wednesday: Hours
    thursday: Hours
    friday: Hours
    saturday: Hours
    sunday: Hours

    def week(self) -> Week:
        """What was meant."""
        return one_week([getattr(self, name) for name in FIELDS])


def before_anybody_types(week: Week) -> Mapping[str, str]:
    """The hours of today, in the one way in which we write them."""
    return {name: write_day(day) for name, day in zip(FIELDS, week, strict=True)}


def read_date(typed: str) -> date:
    """A day as browsers send it, 2026-11-27, or as people type it, 11/27/2026.

    Raises:
        HoursError: it is no day.
    """
    typed_by_hand = MONTH_FIRST.fullmatch(typed)
    try:
        if typed_by_hand:
            month, day, year = map(int, typed_by_hand.groups())
            return date(year, month, day)
        return date.fromisoformat(typed)
    except ValueError:
        raise HoursError(HoursProblem.DAY_UNREADABLE) from None


def _day_to_come(typed: str, info: ValidationInfo) -> date:
    def read(text: str) -> date:
        day = read_date(text)
        check_day(day, known(info, "now", datetime))
        return day

    return told_at_the_field(read)(typed)


def _why(note: str) -> str:
    check_note(note)
    return note


class DayForm(Form):
    """A day, its hours, and why."""

    day: Annotated[date, Text(limit=SHOWN), PlainValidator(_day_to_come)]
    hours: Hours
    note: Annotated[str, Text(limit=LONGEST_NOTE), PlainValidator(told_at_the_field(_why))]
