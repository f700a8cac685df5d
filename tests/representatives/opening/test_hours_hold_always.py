"""What holds for any hours at any moment, above all around the days on which the clocks change."""

from datetime import UTC, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from app.clock import EASTERN
from app.representatives.opening import ClosedBecause
from app.representatives.opening.hours import LOOK_AHEAD_DAYS
from app.representatives.opening.wall_clock import first_moment
from tests.world.examples import MANY
from tests.world.time.clocks import CLOCK_CHANGES, MOMENTS, OPENING_HOURS

JUST_BEFORE = timedelta(microseconds=1)


def moments_between(hours, start, end):
    """The start, every moment in between at which anything could change, and just before the end."""
    days = [start.astimezone(EASTERN).date() + timedelta(days=day) for day in range((end - start).days + 3)]
    minutes = [(day, minute) for day in days for span in hours.spans_on(day) for minute in (span.opens, span.closes)]
    edges = [first_moment(day, minute, EASTERN) for day, minute in minutes]
    return [start, *(edge for edge in edges if start < edge < end), end - JUST_BEFORE] if start < end else []


@given(OPENING_HOURS, MOMENTS)
@MANY
def test_at_the_next_opening_an_office_is_open_and_not_before(hours, at):
    opens = hours.next_opening(at)
    end = opens or at + timedelta(days=LOOK_AHEAD_DAYS)
    assert not any(hours.is_open(moment) for moment in moments_between(hours, at, end))
    assert opens is None or (opens >= at and opens.tzinfo is UTC and hours.is_open(opens))


@given(OPENING_HOURS, MOMENTS)
@MANY
def test_until_it_closes_an_office_is_open_and_then_it_is_not(hours, at):
    opens = hours.next_opening(at)
    closes = opens and hours.closes_at(opens)
    if closes:
        assert all(hours.is_open(moment) for moment in moments_between(hours, opens, closes))
        assert not hours.is_open(closes)


@given(OPENING_HOURS, MOMENTS)
@MANY
def test_a_closed_office_does_not_close_and_says_why_it_is_closed(hours, at):
    assert (hours.why_closed(at) is None) == hours.is_open(at)
    assert hours.is_open(at) or hours.closes_at(at) is None


@given(OPENING_HOURS, MOMENTS)
@MANY
def test_on_an_ordinary_day_an_office_is_open_when_the_clock_on_its_wall_says_so(hours, at):
    wall = at.astimezone(EASTERN)
    assume(wall.date() not in CLOCK_CHANGES)
    minute = wall.hour * 60 + wall.minute
    assert hours.is_open(at) == any(it.opens <= minute < it.closes for it in hours.spans_on(wall.date()))


@given(OPENING_HOURS, st.sampled_from(CLOCK_CHANGES), st.integers(3 * 60, 24 * 60 - 1))
@MANY
def test_once_the_clocks_have_changed_their_new_time_counts(hours, day, minute):
    expected = any(it.opens <= minute < it.closes for it in hours.spans_on(day))
    assert hours.is_open(first_moment(day, minute, EASTERN)) == expected


@given(OPENING_HOURS, MOMENTS)
@MANY
def test_only_a_holiday_and_an_exception_have_names(hours, at):
    closed = hours.why_closed(at)
    assume(closed is not None)
    assert bool(closed.name) == (closed.because in {ClosedBecause.HOLIDAY, ClosedBecause.EXCEPTION})
