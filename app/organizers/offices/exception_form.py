"""The form for a day that differs, at one office or at all of them."""

import re
from datetime import date, datetime
from typing import Annotated

from pydantic import PlainValidator, ValidationInfo

from app.organizers.offices.told import told_at_the_field
from app.organizers.offices.week_form import Hours
from app.representatives.opening import HoursError, HoursProblem
from app.representatives.opening.changing.exception import LONGEST_NOTE, check_day, check_note
from app.representatives.opening.typed.writing import CLOSED
from app.serving.forms import Form, Text, known

SHOWN = 30  # characters of a day
MONTH_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
BEFORE_ANYBODY_TYPES = {"day": "", "hours": CLOSED, "note": ""}


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
