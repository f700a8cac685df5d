"""When somebody may be rung later: the office is open, it is not night, and at most eight hours are offered."""

from datetime import timedelta
from itertools import islice

import pytest
from hypothesis import given

from app.calls.hours.office import A_SLOT, MOST_SLOTS, ring_times, slot_of
from app.limits.hours.quiet import is_quiet
from app.representatives.opening import OpeningHours
from tests.world.examples import MANY
from tests.world.time.clocks import MOMENTS, OPENING_HOURS, hours, local, on_the_wall

USUAL = OpeningHours()


def open_daily(*spans):
    return OpeningHours(week=(spans,) * 7)


def times(opening, earliest, most=MOST_SLOTS):
    return [on_the_wall(moment)[-5:] for moment in islice(ring_times(opening, local(earliest)), most)]


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("2026-10-30 18:00", "2026-11-02 09:00"),  # the clocks go back that Sunday
        ("2027-03-12 18:00", "2027-03-15 09:00"),  # and forward that one
        ("2026-11-25 18:00", "2026-11-27 09:00"),
        ("2026-11-24 10:07", "2026-11-24 10:07"),
    ],
)
def test_the_first_time_is_when_the_office_opens_by_the_clock_on_its_wall(asked, first):
    closed = {local("2026-11-26 09:00").date(): "Thanksgiving"}
    opening = OpeningHours(holiday=closed.get)
    assert on_the_wall(next(ring_times(opening, local(asked)))) == first


def test_then_comes_every_quarter_of_an_hour_until_the_office_closes():
    assert times(open_daily(hours(16, 17)), "2026-11-24 16:00") == ["16:00", "16:15", "16:30", "16:45"]


def test_who_comes_in_the_middle_of_a_quarter_is_rung_then_and_the_next_when_the_next_begins():
    assert times(USUAL, "2026-11-24 10:07", 3) == ["10:07", "10:15", "10:30"]


def test_nobody_is_rung_over_lunch():
    assert times(open_daily(hours(11.75, 12), hours(13, 13.5)), "2026-11-24 11:45") == ["11:45", "13:00", "13:15"]


def test_an_office_that_opens_at_seven_is_rung_at_eight():
    assert times(open_daily(hours(7, 8.5)), "2026-11-24 07:00") == ["08:00", "08:15"]


def test_an_office_that_is_open_late_is_rung_until_nine():
    assert times(open_daily(hours(20.5, 23)), "2026-11-24 20:30") == ["20:30", "20:45"]


def test_an_office_that_is_open_only_at_night_is_never_rung():
    assert times(open_daily(hours(2, 4)), "2026-11-24 12:00") == []


def test_an_office_that_never_opens_is_never_rung():
    assert times(open_daily(), "2026-11-24 12:00") == []


def test_without_hours_any_time_will_do():
    at_night = local("2026-11-24 23:10")
    assert list(islice(ring_times(None, at_night), 2)) == [at_night, local("2026-11-24 23:15")]


@MANY
@given(opening=OPENING_HOURS, asked=MOMENTS)
def test_every_time_is_in_the_day_and_in_the_offices_hours(opening, asked):
    offered = list(ring_times(opening, asked))
    assert all(opening.is_open(moment) and not is_quiet(moment) for moment in offered)
    assert all(moment >= asked for moment in offered)


@MANY
@given(opening=OPENING_HOURS, asked=MOMENTS)
def test_no_two_times_share_a_slot_and_all_lie_within_eight_hours(opening, asked):
    offered = list(ring_times(opening, asked))
    assert len({slot_of(moment) for moment in offered}) == len(offered) <= MOST_SLOTS
    assert not offered or offered[-1] - offered[0] <= timedelta(hours=8)


@MANY
@given(moment=MOMENTS)
def test_a_moment_lies_in_its_slot(moment):
    assert slot_of(moment) <= moment < slot_of(moment) + A_SLOT
