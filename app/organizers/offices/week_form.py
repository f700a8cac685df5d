"""The form for the week of a line: what was typed, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.language.text import clean_text
from app.organizers.offices.told import told_under
from app.representatives.opening import Week
from app.representatives.opening.spans import one_week
from app.representatives.opening.typed.reading import LONGEST, read_day
from app.representatives.opening.typed.writing import DAYS, write_day

FIELDS = {day.lower(): day for day in DAYS}


@dataclass(frozen=True)
class TypedWeek:
    """The text for each weekday by the name of its field, Monday first, cut to what can be shown again."""

    days: Mapping[str, str]

    @classmethod
    def of(cls, week: Week) -> "TypedWeek":
        """The form as it is before anybody types: the hours of today, in the one way in which we write them."""
        return cls({name: write_day(day) for name, day in zip(FIELDS, week, strict=True)})

    @classmethod
    def from_form(cls, form: Mapping[str, str]) -> "TypedWeek":
        """Read the fields."""
        return cls({name: clean_text(form.get(name, ""), limit=LONGEST) for name in FIELDS})


@dataclass(frozen=True)
class CheckedWeek:
    """The week that was meant, or errors by field."""

    week: Week = ()
    errors: Mapping[str, str] = field(default_factory=dict)


def check_week(typed: TypedWeek) -> CheckedWeek:
    """Check every day; every problem is told at once."""
    errors: dict[str, str] = {}
    days = []
    for name, text in typed.days.items():
        with told_under(errors, name):
            days.append(read_day(text))
    return CheckedWeek(errors=errors) if errors else CheckedWeek(one_week(days))
