"""When an office answers: its week, the days that differ, the legal holidays, and what follows from them."""

from app.representatives.opening.closed import Closed, ClosedBecause
from app.representatives.opening.hours import DayException, OpeningHours
from app.representatives.opening.problems import HoursError, HoursProblem
from app.representatives.opening.spans import DaySpans, Span, Week

__all__ = [
    "Closed",
    "ClosedBecause",
    "DayException",
    "DaySpans",
    "HoursError",
    "HoursProblem",
    "OpeningHours",
    "Span",
    "Week",
]
