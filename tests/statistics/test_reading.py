"""What was counted is read by campaign and days: along each dimension, by hour, day, office and town."""

from datetime import UTC, date, datetime

import pytest

from app.statistics.reading import by_day, by_hour, by_office, by_town, counts
from app.statistics.told import Span
from models import CountedBy, OfficeStep, Step
from tests.world.carrier.stories import a_busy_office, a_conversation

NOON = datetime(2026, 11, 23, 17, tzinfo=UTC)
MIDNIGHT = datetime(2026, 11, 24, 5, tzinfo=UTC)  # when the next day begins in Massachusetts


@pytest.fixture
def two_days(plays, counted):
    """A conversation at noon, and one with a busy office at the midnight after it."""
    plays(a_conversation, created_at=NOON)
    plays(a_busy_office, created_at=MIDNIGHT, town="Monson", language="es")
    counted()


@pytest.mark.usefixtures("two_days")
class TestReading:
    def test_all_that_ever_were(self, session):
        told = counts(session, Span())
        assert (told.all.calls, told.all.seconds) == (2, 42)
        assert (told.funnel[Step.PRESSED], told.funnel[Step.REACHED]) == (2, 1)
        assert told.calls(CountedBy.LANGUAGE, "es") == 1

    def test_of_one_day(self, session):
        told = counts(session, Span.of_days(MIDNIGHT, 1))
        assert list(told.along(CountedBy.CAME)) == ["office-busy"]

    def test_of_no_campaign_there_is_nothing(self, session):
        assert counts(session, Span(frozenset())).all.calls == 0

    def test_by_hour_and_by_day(self, session):
        hours = by_hour(session, Span(since=date(2026, 11, 23), until=date(2026, 11, 24)), CountedBy.LINE)
        assert [(it.at, it.value, it.calls) for it in hours] == [(NOON, "answered", 1), (MIDNIGHT, "busy", 1)]
        days = by_day(session, Span(since=date(2026, 11, 24)), CountedBy.LINE)
        assert [(it.at, it.value) for it in days] == [(MIDNIGHT, "busy")]

    def test_by_office(self, session):
        (office,) = by_office(session, Span())
        assert (office.counts.all.calls, office.counts.office_step(OfficeStep.REACHED)) == (2, 1)
        (on_the_day,) = by_office(session, Span.of_days(MIDNIGHT, 1))
        assert on_the_day.counts.office_step(OfficeStep.REACHED) == 0

    def test_by_town(self, session):
        assert {it.town: it.counts.all.calls for it in by_town(session, Span())} == {"Holyoke": 1, "Monson": 1}
