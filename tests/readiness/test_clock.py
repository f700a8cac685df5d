"""The doctor says how wrong a computer's own clock is, and that calls do not go by it."""

from datetime import UTC, datetime, timedelta

import pytest

from app.carrier_setup.looked import Looked
from app.clock import utc_now
from app.readiness.check import About
from app.readiness.clock import clock_checks
from app.readiness.every import every_check
from app.readiness.outside import Outside

NOON = datetime(2026, 11, 30, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ahead", "told"),
    [
        (timedelta(minutes=90, seconds=5), "90 min 5 s ahead of the database's"),
        (-timedelta(seconds=20), "20 s behind the database's"),
    ],
)
def test_a_clock_that_is_wrong_is_named(ahead, told):
    (check,) = clock_checks(lambda: NOON + ahead, lambda: NOON)
    assert f"This computer's clock is {told}. Calls go by the database's." in str(check)


def test_a_database_that_takes_long_to_answer_is_no_wrong_clock():
    moments = iter([NOON, NOON + timedelta(seconds=30)])
    assert list(clock_checks(lambda: next(moments), lambda: NOON + timedelta(seconds=20))) == []


def test_a_little_is_no_matter():
    assert list(clock_checks(lambda: NOON + timedelta(seconds=4), lambda: NOON)) == []


@pytest.mark.parametrize(("minutes", "is_told"), [(0, False), (90, True)])
def test_the_doctor_compares_this_computers_with_the_databases(session, settings, minutes, is_told):
    outside = Outside(Looked, lambda: utc_now() + timedelta(minutes=minutes))
    found = every_check(session, settings, outside, utc_now())
    assert any(check.about is About.CLOCK for check in found) is is_told
