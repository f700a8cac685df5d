"""How old the facts are is decided once, by the day in Massachusetts, for the doctor and for pages."""

from datetime import UTC, datetime, timedelta

import pytest

from app.readiness.check import Weight
from app.readiness.facts import facts_age, facts_checks
from app.representatives import directory
from app.representatives.facts.age import Age

MADE = datetime(2026, 8, 5, 16, tzinfo=UTC)  # noon in Massachusetts
LAST_DAY = datetime(2027, 1, 5, 17, tzinfo=UTC)  # of the General Court of 2025
LAST_MINUTE, MIDNIGHT = timedelta(hours=11, minutes=59), timedelta(hours=12)  # of a day there, from its noon


@pytest.mark.parametrize(
    ("days", "age"), [(0, Age.FRESH), (90, Age.FRESH), (91, Age.AGEING), (180, Age.AGEING), (181, Age.OLD)]
)
def test_facts_age_by_the_day(session, days, age):
    shown = facts_age(directory(session), MADE + timedelta(days=days))
    assert (shown.days, shown.age) == (days, age)


def told(session, now):
    return [check for check in facts_checks(session, now) if "days old" in check.sentence]


@pytest.mark.parametrize("days", [90, 180, 181, 400])
def test_the_doctor_tells_what_pages_call_old(session, days):
    now = MADE + timedelta(days=days)
    assert bool(told(session, now)) == (facts_age(directory(session), now).age is Age.OLD)


def test_a_day_ends_when_it_ends_in_massachusetts(session):
    in_winter = MADE + timedelta(days=180, hours=1)  # clocks were put back meanwhile
    assert [len(told(session, in_winter + late)) for late in (LAST_MINUTE, MIDNIGHT)] == [0, 1]


def test_sixty_days_before_a_term_ends_it_is_counted_down(session):
    sentence = "On Wednesday, Jan 6, 2027, {}, a new General Court takes office, and nobody of its House and Senate is"
    for day, days in ((datetime(2026, 11, 7, 17, tzinfo=UTC), "in 60 days"), (LAST_DAY, "tomorrow")):
        (term,) = [check for check in facts_checks(session, day) if check.weight is Weight.WARNS]
        assert term.sentence.startswith(sentence.format(days))
        assert term.cure.endswith("import FILE --in-force 2027-01-06")


def test_a_seat_that_should_be_filled_is_a_hint(session):
    hints = [check for check in facts_checks(session, MADE + timedelta(days=100)) if check.weight is Weight.HINTS]
    assert [check.sentence for check in hints] == ["1st Franklin (MA House) was to be vacant until 2026-11-05."]
