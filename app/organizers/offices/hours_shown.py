"""The hours of one office line as its page shows them: the week, now, the days that differ, and the forms."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.organizers.change import as_shown
from app.organizers.offices.changes import change_of_days, change_of_week
from app.organizers.offices.hours_forms import BEFORE_ANYBODY_TYPES, FIELDS, DayForm, WeekForm, before_anybody_types
from app.organizers.offices.told import now_in_words
from app.representatives import Directory, Line
from app.representatives.opening.changing.exception import exceptions_from
from app.representatives.opening.changing.week import own_week
from app.representatives.opening.changing.whose import OneLine
from app.representatives.opening.coming import UnusualDay, unusual_days
from app.representatives.opening.typed.writing import write_week
from app.representatives.opening.wall_clock import local_day
from app.serving.forms import Advice, Filled
from models import HoursException, OfficeHours

Errors = Mapping[str, tuple[Advice, ...]]


@dataclass(frozen=True)
class Attempt:
    """A form that was sent for the line with this id."""

    line_id: int
    week: Filled[WeekForm] | None = None
    day: Filled[DayForm] | None = None

    @property
    def errors_by_id(self) -> Errors:
        """The errors by the fields' ids on the page, where each line has fields of its own."""
        return {f"{name}-{self.line_id}": sentences for name, sentences in self._errors.items()}

    @property
    def told(self) -> Errors:
        """The same for the list at the top of the page, where a weekday has to say its name."""
        return {
            f"{name}-{self.line_id}": tuple(f"{FIELDS[name]}: {it}" if name in FIELDS else it for it in sentences)
            for name, sentences in self._errors.items()
        }

    @property
    def _errors(self) -> Errors:
        form = self.week or self.day
        return form.errors if form else {}


@dataclass(frozen=True)
class HoursShown:
    """One line's hours. `own` is who set its week and when, None while it is the usual one; `set_by` tells of days."""

    line: Line
    shared_by: int
    is_open: bool
    now: str
    week: tuple[tuple[str, str], ...]
    own: OfficeHours | None
    coming: tuple[UnusualDay, ...]
    set_by: Mapping[date, HoursException]
    week_form: Filled[WeekForm]
    day_form: Filled[DayForm]
    tried_week: bool = False
    tried_day: bool = False


def hours_shown(session: Session, facts: Directory, line: Line, now: datetime, attempt: Attempt | None) -> HoursShown:
    """What the page shows of a line, with what was typed for it."""
    hours = facts.hours(line.id)
    today = local_day(now, hours.zone)
    tried = attempt if attempt and attempt.line_id == line.id else Attempt(line.id)
    week, days = change_of_week(line.id), change_of_days(OneLine(line.id))
    return HoursShown(
        line=line,
        shared_by=sum(line.id in {it.id for it in seat.lines} for seat in facts.seats.values()),
        is_open=hours.is_open(now),
        now=now_in_words(hours, now),
        week=write_week(hours.week),
        own=own_week(session, line.id),
        coming=unusual_days(hours, today),
        set_by={it.day: it for it in exceptions_from(session, OneLine(line.id), today)},
        week_form=as_shown(tried.week or Filled(before_anybody_types(hours.week)), week),
        day_form=as_shown(tried.day or Filled(BEFORE_ANYBODY_TYPES), days),
        tried_week=tried.week is not None,
        tried_day=tried.day is not None,
    )
