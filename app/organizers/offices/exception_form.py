"""The form for a day that differs, at one office or at all of them: what was typed, and what is wrong with it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from app.language.text import clean_text
from app.organizers.offices.told import told_under
from app.representatives.opening import DaySpans, HoursError, HoursProblem
from app.representatives.opening.changing.exception import LONGEST_NOTE, check_day, check_note
from app.representatives.opening.typed.reading import LONGEST, read_day
from app.representatives.opening.typed.writing import CLOSED

SHOWN = 30  # characters of a day
CLOSED_ALL_DAY: DaySpans = ()
MONTH_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)


@dataclass(frozen=True)
class TypedDay:
    """The fields of the form, cut to what can be shown again."""

    day: str = ""
    hours: str = CLOSED
    note: str = ""

    @classmethod
    def from_form(cls, form: Mapping[str, str]) -> "TypedDay":
        """Read the fields."""
        return cls(
            day=clean_text(form.get("day", ""), limit=SHOWN),
            hours=clean_text(form.get("hours", ""), limit=LONGEST),
            note=clean_text(form.get("note", ""), limit=LONGEST_NOTE),
        )


@dataclass(frozen=True)
class CheckedDay:
    """The day that was meant with its spans, or errors by field."""

    day: date = date.min
    spans: DaySpans = CLOSED_ALL_DAY
    errors: Mapping[str, str] = field(default_factory=dict)


def check_exception(typed: TypedDay, now: datetime) -> CheckedDay:
    """Check everything; every problem is told at once."""
    errors: dict[str, str] = {}
    day, spans = date.min, CLOSED_ALL_DAY
    with told_under(errors, "day"):
        day = read_date(typed.day)
        check_day(day, now)
    with told_under(errors, "hours"):
        spans = read_day(typed.hours)
    with told_under(errors, "note"):
        check_note(typed.note)
    return CheckedDay(errors=errors) if errors else CheckedDay(day, spans)


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
