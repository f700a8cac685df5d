"""Spans as the database keeps them: a list of two numbers each."""

from collections.abc import Iterable

from app.representatives.opening.spans import DaySpans, Span, Week, one_day, one_week


def day_to_rows(spans: DaySpans) -> list[list[int]]:
    """A day's spans."""
    return [[span.opens, span.closes] for span in spans]


def week_to_rows(week: Week) -> list[list[list[int]]]:
    """Seven days."""
    return [day_to_rows(day) for day in week]


def rows_to_day(rows: Iterable[Iterable[int]]) -> DaySpans:
    """The spans of a day that was kept."""
    return one_day(Span(opens, closes) for opens, closes in rows)


def rows_to_week(rows: Iterable[Iterable[Iterable[int]]]) -> Week:
    """A week that was kept."""
    return one_week(rows_to_day(row) for row in rows)
