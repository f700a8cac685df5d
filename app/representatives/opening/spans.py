"""Stretches of a day in which an office answers, by the clock on its wall; a day and a week of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from app.representatives.opening.problems import HoursError, HoursProblem

HOUR = 60  # minutes
NOON = 12 * HOUR
MIDNIGHT = 24 * HOUR
DAYS_A_WEEK = 7
MOST_SPANS = 4  # a day


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From `opens` until just before `closes`: minutes after local midnight, 0 to 1440.

    Raises:
        HoursError: it closes before it opens, or at the same minute.
    """

    opens: int
    closes: int

    def __post_init__(self) -> None:
        if not 0 <= self.opens < self.closes <= MIDNIGHT:
            raise HoursError(HoursProblem.BACKWARDS)


DaySpans = tuple[Span, ...]  # in their order; () is closed all day
Week = tuple[DaySpans, ...]  # seven days, Monday first

NINE_TO_FIVE: DaySpans = (Span(9 * HOUR, 17 * HOUR),)
USUAL_WEEK: Week = (NINE_TO_FIVE,) * 5 + ((),) * 2


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans have a minute in common; those that touch have none."""
    return one.opens < other.closes and other.opens < one.closes


def one_day(spans: Iterable[Span]) -> DaySpans:
    """The spans of a day in their order. They may touch, but not overlap.

    Raises:
        HoursError: they overlap, or are more than four.
    """
    in_order = tuple(sorted(spans))
    if len(in_order) > MOST_SPANS:
        raise HoursError(HoursProblem.TOO_MANY)
    if any(overlap(earlier, later) for earlier, later in pairwise(in_order)):
        raise HoursError(HoursProblem.OVERLAP)
    return in_order


def one_week(days: Iterable[Iterable[Span]]) -> Week:
    """Seven days, Monday first.

    Raises:
        HoursError: the spans of a day overlap, or are more than four.
        ValueError: these are not seven days.
    """
    week = tuple(one_day(day) for day in days)
    if len(week) != DAYS_A_WEEK:
        raise ValueError(f"a week has {DAYS_A_WEEK} days, not {len(week)}")
    return week
