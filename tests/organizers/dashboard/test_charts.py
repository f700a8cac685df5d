"""The chart of all that ever were: days or weeks of a year, months of more, years of many."""

from datetime import UTC, date, datetime

import pytest

from app.organizers.dashboard.bands import Band
from app.organizers.dashboard.charts import chart_of
from app.organizers.dashboard.spans import Asked
from app.statistics.told import Span
from models import EVER, CountedBy, CountOfDay, CountOfMonth

NOW = datetime(2026, 11, 29, 17, tzinfo=UTC)


@pytest.fixture
def chart(session, campaign):
    """The chart, where there were so many talks on each of these days."""

    def chart(**talks):
        cell = {"campaign_id": campaign, "dimension": CountedBy.CAME, "value": "talked", "seconds": 0}
        for day, calls in ((date.fromisoformat(name[1:].replace("_", "-")), calls) for name, calls in talks.items()):
            session.add(CountOfDay(day=day, booked=day, calls=calls, **cell))
            for month in (day.replace(day=1), EVER):
                there = session.get(CountOfMonth, (campaign, month, CountedBy.CAME, "talked"))
                before = there.calls if there else 0
                session.merge(CountOfMonth(month=month, calls=before + calls, **cell))
        session.flush()
        return chart_of(session, Asked("all", Span(frozenset({campaign})), campaign, {}, NOW))

    return chart


def told(chart):
    return [(bar.title, bar.calls[Band.REACHED]) for bar in chart.bars if bar.all]


def test_of_some_weeks_there_are_days_from_the_first_that_had_calls(chart):
    shown = chart(d2026_11_20=2, d2026_11_28=1)
    assert (shown.unit, len(shown.bars)) == ("Day", 10)
    assert told(shown) == [("Nov 20, 2026", 2), ("Nov 28, 2026", 1)]


def test_of_some_months_there_are_weeks(chart):
    shown = chart(d2026_06_03=2, d2026_11_28=1)
    assert (shown.unit, told(shown)) == (
        "Week",
        [("the week of Jun 1, 2026", 2), ("the week of Nov 23, 2026", 1)],
    )


def test_of_more_than_a_year_there_are_months_and_those_without_calls_too(chart):
    shown = chart(d2025_01_15=2, d2025_01_20=1, d2026_11_28=4)
    assert (shown.unit, len(shown.bars)) == ("Month", 23)
    assert told(shown) == [("Jan 2025", 3), ("Nov 2026", 4)]
    assert shown.sentence == "Most calls came in Nov 2026: 4 of 7."
    assert shown.bars[0].query == {"from": "2025-01-01", "to": "2025-01-31"}
    assert shown.bars[11].query == {"from": "2025-12-01", "to": "2025-12-31"}


def test_of_many_years_there_are_years(chart):
    shown = chart(d2007_03_05=1, d2026_11_28=4)
    assert (shown.unit, len(shown.bars)) == ("Year", 20)
    assert (told(shown), shown.bars[0].query) == (
        [("2007", 1), ("2026", 4)],
        {"from": "2007-01-01", "to": "2007-12-31"},
    )


def test_without_calls_there_is_one_empty_day(chart):
    assert (len(chart().bars), chart().top) == (1, 0)
