"""The form for the week of a line."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import PlainValidator

from app.organizers.offices.told import told_at_the_field
from app.representatives.opening import DaySpans, Week
from app.representatives.opening.spans import one_week
from app.representatives.opening.typed.reading import LONGEST, read_day
from app.representatives.opening.typed.writing import DAYS, write_day
from app.serving.forms import Form, Text

FIELDS = {day.lower(): day for day in DAYS}

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
