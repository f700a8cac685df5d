"""Facts that a new term overtakes are told of two months ahead, until there are newer ones."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select, update

from app.representatives.terms import general_court_begins, tell_of_terms
from models import Alert, Chamber, Roster
from tests.representatives.importing.people_csv import ma_rows, prepare_rows

BEGINS, IN_DECEMBER = date(2027, 1, 6), datetime(2026, 12, 1, 17, tzinfo=UTC)


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
    assert told(date(2026, 11, 6)) == []


def test_two_months_ahead_it_is_told_with_what_to_do(told):
    (sentence,) = told(date(2026, 11, 7))
    assert sentence == (
        "On Wednesday, Jan 6, 2027, in 60 days, a new General Court takes office, and nobody of its House and Senate "
        "is prepared. Bring in who was elected under “Offices”."
    )


def test_the_days_are_counted_down_in_one_alert(told):
    told(date(2026, 12, 1))
    (sentence,) = told(date(2027, 1, 5))
    assert "2027, tomorrow, a new" in sentence


def test_from_that_day_on_the_facts_are_of_before(told):
    (sentence,) = told(BEGINS)
    assert sentence.startswith("A new General Court took office on Wednesday, Jan 6, 2027, and our offices are of bef")


def test_two_years_later_it_is_still_told_and_is_one_alert(told):
    told(BEGINS)
    assert len(told(date(2028, 10, 1))) == 1


def test_newer_facts_end_it(told):
    told(BEGINS)
    assert told(date(2027, 1, 8), as_of=date(2027, 1, 7)) == []


def test_what_is_prepared_ends_it(told, session):
    told(date(2026, 12, 1))
    prepare_rows(session, ma_rows(), BEGINS, now=IN_DECEMBER)
    assert told(date(2026, 12, 2)) == []


@pytest.mark.parametrize(
    ("prepared", "missing"),
    [
        ({"chambers": (Chamber.HOUSE,)}, "its Senate is prepared"),
        ({"only": ("25001",)}, "its House and Senate is prepared"),
    ],
)
def test_what_is_not_prepared_yet_is_named(told, session, prepared, missing):
    prepare_rows(session, ma_rows(), BEGINS, now=IN_DECEMBER, **prepared)
    assert missing in told(date(2026, 12, 2))[0]
