"""Facts that a new term overtakes are told of a month ahead, until there are newer ones."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select, update

from app.representatives.terms import general_court_begins, tell_of_terms
from models import Alert, Roster

BEGINS = date(2027, 1, 6)


@pytest.fixture
def told(session):
    """What stands on a day, of facts of another."""

    def told(today, as_of=date(2026, 11, 20)):
        session.execute(update(Roster).values(as_of=as_of))
        tell_of_terms(session, datetime(today.year, today.month, today.day, 17, tzinfo=UTC))
        return session.scalars(select(Alert.sentence).where(Alert.over_at.is_(None))).all()

    return told


@pytest.mark.parametrize(("year", "day"), [(2025, 1), (2027, 6), (2029, 3), (2031, 1), (2033, 5)])
def test_a_general_court_begins_on_a_first_wednesday(year, day):
    assert general_court_begins(year) == date(year, 1, day)


def test_long_before_nothing_is_told(told):
    assert told(date(2026, 12, 6)) == []


def test_a_month_ahead_it_is_told(told):
    (sentence,) = told(date(2026, 12, 7))
    assert sentence.startswith("On Wednesday, Jan 6, 2027 a new General Court begins.")


def test_from_that_day_on_the_facts_are_of_before(told):
    (sentence,) = told(BEGINS)
    assert sentence.startswith("A new General Court began on Wednesday, Jan 6, 2027, and our offices are of before")


def test_two_years_later_it_is_still_told_and_is_one_alert(told):
    told(BEGINS)
    assert len(told(date(2028, 10, 1))) == 1


def test_newer_facts_end_it(told):
    told(BEGINS)
    assert told(date(2027, 1, 8), as_of=date(2027, 1, 7)) == []
