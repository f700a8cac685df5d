"""When an office is open, why it is not, and when it opens next: on days as we know them."""

from datetime import UTC, date, datetime

import pytest

from app.representatives.opening import Closed, ClosedBecause, DayException, OpeningHours
from app.representatives.opening.spans import USUAL_WEEK, one_week
from tests.world.time.clocks import hours, local, on_the_wall

NEW_YEAR = {date(2026, 12, 25): "Christmas Day", date(2027, 1, 1): "New Year's Day"}
USUAL = OpeningHours(holiday=NEW_YEAR.get)
WITH_LUNCH = OpeningHours(week=one_week([[hours(9, 12), hours(13, 17)]] * 2 + [()] + [[hours(9, 12)]] * 2 + [()] * 2))
SNOW = DayException((), "closed for snow")
EARLY = DayException((hours(9, 12),), "closes at noon")


def with_exception(text, exception, usual=USUAL):
    return OpeningHours(usual.week, {date.fromisoformat(text): exception}, usual.holiday)


@pytest.mark.parametrize(
    ("at", "is_open"),
    [
        ("2026-11-23 08:59", False),
        ("2026-11-23 09:00", True),
        ("2026-11-23 16:59", True),
        ("2026-11-23 17:00", False),
        ("2026-11-21 12:00", False),
        ("2026-12-25 12:00", False),
    ],
)
def test_an_office_is_open_from_nine_until_just_before_five(at, is_open):
    assert USUAL.is_open(local(at)) is is_open


@pytest.mark.parametrize(
    ("after", "opens"),
    [
        ("2026-11-23 08:00", "2026-11-23 09:00"),
        ("2026-11-23 09:00", "2026-11-23 09:00"),
        ("2026-11-23 14:30", "2026-11-23 14:30"),
        ("2026-11-23 17:00", "2026-11-24 09:00"),
        ("2026-11-27 17:00", "2026-11-30 09:00"),
        ("2026-12-24 18:00", "2026-12-28 09:00"),
        ("2026-12-31 17:00", "2027-01-04 09:00"),
    ],
)
def test_it_opens_next_on_the_next_working_day(after, opens):
    assert on_the_wall(USUAL.next_opening(local(after))) == opens


@pytest.mark.parametrize("changes_on", ["2026-03-08", "2026-11-01", "2027-03-14"])
def test_nine_on_the_day_after_the_clocks_change_is_nine(changes_on):
    opens = USUAL.next_opening(local(f"{changes_on} 00:30"))
    assert on_the_wall(opens)[11:] == "09:00"
    assert on_the_wall(USUAL.closes_at(opens))[11:] == "17:00"


def test_nine_in_the_morning_is_an_hour_earlier_in_utc_in_summer():
    assert USUAL.next_opening(local("2026-03-06 18:00")) == datetime(2026, 3, 9, 13, tzinfo=UTC)
    assert USUAL.next_opening(local("2026-10-30 18:00")) == datetime(2026, 11, 2, 14, tzinfo=UTC)


SUNDAYS = OpeningHours(week=one_week([()] * 6 + [[hours(1.5, 2.5)]]))


def test_what_the_clocks_skip_is_when_they_jump():
    assert SUNDAYS.next_opening(local("2027-03-13 12:00")) == datetime(2027, 3, 14, 6, 30, tzinfo=UTC)
    assert SUNDAYS.closes_at(datetime(2027, 3, 14, 6, 30, tzinfo=UTC)) == datetime(2027, 3, 14, 7, tzinfo=UTC)


def test_an_hour_that_comes_twice_counts_once():
    assert SUNDAYS.next_opening(local("2026-10-31 12:00")) == local("2026-11-01 01:30")
    assert SUNDAYS.is_open(local("2026-11-01 01:15", fold=1))
    assert SUNDAYS.closes_at(local("2026-11-01 01:30")) == local("2026-11-01 02:30")


def test_hours_that_the_clocks_skip_altogether_are_no_hours():
    skipped = OpeningHours(week=one_week([()] * 6 + [[hours(2.25, 2.75)]]))
    assert on_the_wall(skipped.next_opening(local("2027-03-13 12:00"))) == "2027-03-21 02:15"


@pytest.mark.parametrize(
    ("at", "closes"),
    [("2026-11-23 09:00", "2026-11-23 12:00"), ("2026-11-23 13:00", "2026-11-23 17:00"), ("2026-11-23 12:30", None)],
)
def test_an_office_closes_for_lunch(at, closes):
    assert on_the_wall(WITH_LUNCH.closes_at(local(at))) == closes


def test_spans_that_touch_are_one_opening():
    touching = OpeningHours(week=one_week([[hours(9, 12), hours(12, 17)]] * 7))
    assert on_the_wall(touching.closes_at(local("2026-11-23 10:00"))) == "2026-11-23 17:00"


def test_an_office_that_is_open_over_midnight_closes_in_the_morning():
    night = OpeningHours(week=one_week([[hours(20, 24)], [hours(0, 4)], *[()] * 5]))
    assert on_the_wall(night.closes_at(local("2026-11-23 22:00"))) == "2026-11-24 04:00"


def test_an_office_that_never_closes_has_no_time_at_which_it_does():
    assert OpeningHours(week=one_week([[hours(0, 24)]] * 7)).closes_at(local("2026-11-23 22:00")) is None


def test_an_office_that_never_opens_is_not_waited_for():
    assert OpeningHours(week=one_week([()] * 7)).next_opening(local("2026-11-23 10:00")) is None


@pytest.mark.parametrize(("opens_on", "found"), [("2027-01-22", "2027-01-22 09:00"), ("2027-01-23", None)])
def test_nobody_looks_further_than_sixty_days(opens_on, found):
    never = OpeningHours(week=one_week([()] * 7))
    at = local("2026-11-23 10:00")
    assert on_the_wall(with_exception(opens_on, EARLY, never).next_opening(at)) == found


@pytest.mark.parametrize(
    ("opening_hours", "at", "because", "name"),
    [
        (USUAL, "2026-11-23 07:00", ClosedBecause.OUT_OF_HOURS, ""),
        (USUAL, "2026-11-23 20:00", ClosedBecause.OUT_OF_HOURS, ""),
        (USUAL, "2026-11-22 12:00", ClosedBecause.WEEKEND, ""),
        (USUAL, "2027-01-01 23:00", ClosedBecause.HOLIDAY, "New Year's Day"),
        (WITH_LUNCH, "2026-11-23 12:30", ClosedBecause.BREAK, ""),
        (WITH_LUNCH, "2026-11-25 12:30", ClosedBecause.WEEKDAY, ""),
        (with_exception("2026-11-24", SNOW), "2026-11-24 07:00", ClosedBecause.EXCEPTION, "closed for snow"),
        (with_exception("2026-11-24", EARLY), "2026-11-24 14:00", ClosedBecause.EXCEPTION, "closes at noon"),
        (with_exception("2026-11-24", EARLY), "2026-11-24 20:00", ClosedBecause.OUT_OF_HOURS, ""),
        (with_exception("2026-12-25", EARLY), "2026-12-25 14:00", ClosedBecause.OUT_OF_HOURS, ""),
    ],
)
def test_why_an_office_is_closed(opening_hours, at, because, name):
    assert opening_hours.why_closed(local(at)) == Closed(because, name)


def test_an_open_office_needs_no_reason():
    assert USUAL.why_closed(local("2026-11-23 12:00")) is None


def test_an_exception_opens_an_office_on_a_holiday():
    assert with_exception("2026-12-25", EARLY).is_open(local("2026-12-25 10:00"))


def test_an_exception_closes_an_office_for_a_day():
    assert on_the_wall(with_exception("2026-11-24", SNOW).next_opening(local("2026-11-23 18:00"))) == "2026-11-25 09:00"


def test_the_zone_in_which_one_asks_makes_no_difference():
    at = local("2026-11-23 12:00")
    assert USUAL.closes_at(at.astimezone(USUAL.zone)) == USUAL.closes_at(at) == datetime(2026, 11, 23, 22, tzinfo=UTC)


def test_a_week_is_seven_days():
    with pytest.raises(ValueError, match="a week has 7 days"):
        one_week(USUAL_WEEK[:6])
