"""Nobody is found in what is published: not by taking numbers from each other, nor beside another copy."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.statistics.joining import FIVES
from app.statistics.public.results import results_of
from app.statistics.told import AtMoment, Counted, Counts
from models import CountedBy, Step

TODAY, NOON = date(2026, 12, 3), datetime(2026, 11, 23, 17, tzinfo=UTC)


def counts(came=(), reached=0, own_phone=0):
    return Counts(
        {
            CountedBy.CAME: {name: Counted(calls) for name, calls in dict(came).items()},
            CountedBy.STEP: {Step.REACHED: Counted(reached)},
            CountedBy.WAY: {"own-phone": Counted(own_phone)},
        }
    )


def days(*calls):
    return [AtMoment(NOON + nth * timedelta(days=1), "", many, 0) for nth, many in enumerate(calls)]


def results(came=(), calls=(), heard=(), reached=0, own_phone=0, offices=160):
    return results_of(counts(came, reached, own_phone), days(*calls), dict(heard), offices, TODAY)


def test_numbers_move_in_steps_of_five():
    told = results(reached=48, own_phone=14)
    assert (told.through_us, told.own_phone) == (45, 10)


def test_cells_of_few_are_joined_with_the_next_smallest():
    assert results({"talked": 23, "left-message": 9, "office-picked-up": 2}).outcomes == (("talked", 20), ("other", 10))


def test_where_all_are_few_there_is_one_cell_or_none():
    assert results({"talked": 3, "left-message": 3}).outcomes == (("other", 5),)
    assert results({"talked": 2, "left-message": 1}).outcomes == ()


def test_what_never_came_to_an_office_is_told_of_nobody():
    assert results({"refused": 40, "never-picked-up": 40}).outcomes == ()


def test_a_short_campaign_is_told_by_the_day_a_long_one_by_the_week():
    short, long = results(calls=[10, 20]), results(calls=[10, *[0] * 13, 20])
    assert (short.by_day, short.times) == (True, (("2026-11-23", 10), ("2026-11-24", 20)))
    assert (long.by_day, long.times) == (False, (("2026-11-23", 10), ("2026-12-07", 20)))


def test_days_of_few_calls_are_told_together():
    assert results(calls=[50, 3, 2, 1]).times == (("2026-11-23", 50), ("", 5))


@pytest.mark.parametrize(("heard", "told"), [(159, 155), (160, 160), (4, 0)])
def test_offices_are_told_in_fives_but_all_are_all(heard, told):
    offices = {f"25{nth:03}": 1 if nth < heard else 0 for nth in range(160)}
    assert results(heard=offices).offices == told


def test_a_district_of_fewer_than_five_is_as_one_of_none():
    assert results(heard={"25001": 5, "25002": 4, "25003": 0}).districts == ("25001",)


NAMES = ["talked", "left-message", "office-picked-up", "office-busy"]


@given(st.dictionaries(st.sampled_from(NAMES), st.integers(0, 60)))
def test_no_cell_is_of_fewer_than_five(cells):
    told = results(cells).outcomes
    assert all(calls >= FIVES and calls % FIVES == 0 for _, calls in told)


@given(st.dictionaries(st.sampled_from(NAMES), st.integers(0, 60)))
def test_what_is_hidden_is_of_five_at_least_and_of_two_cells(cells):
    there = {name: calls for name, calls in cells.items() if calls}
    apart = len([name for name, _ in results(cells).outcomes if name != "other"])
    hidden = sorted(there.values())[: len(there) - apart]
    assert not hidden or len(hidden) == len(there) or (len(hidden) > 1 and sum(hidden) >= FIVES)
