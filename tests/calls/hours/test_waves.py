"""When a campaign calls an office: inside its wave and its hours, across the change of the clocks."""

from datetime import date

import pytest

from app.calls.hours.waves import in_waves, when_called
from app.campaigns.action.day import ActionDay, Wave
from app.representatives import OpeningHours
from app.representatives.opening import Span
from app.representatives.opening.typed.reading import read_day
from tests.world.time.clocks import local, on_the_wall

OFFICE = "25048"


def day(*hours, on="2026-11-02", others=True):
    waves = tuple(Wave(f"At {it}", read_day(it), offices=(OFFICE,)) for it in hours)
    action = ActionDay(
        id=1, day=date.fromisoformat(on), goal=100, hours=Span(540, 1020), share=None, others=others, waves=waves
    )
    return {action.day: action}


@pytest.mark.parametrize("office", [OpeningHours(), None], ids=["in hours", "always open"])
def test_it_is_called_in_its_wave_alone(office):
    closed = when_called(office, day("2-3 pm"), OFFICE, local("2026-11-02 10:00"))
    assert (on_the_wall(closed.opens), closed.by_wave) == ("2026-11-02 14:00", True)
    assert when_called(office, day("2-3 pm"), OFFICE, local("2026-11-02 14:30")) is None


def test_a_wave_opens_no_office_that_is_closed():
    closed = when_called(OpeningHours(), day("7-8 pm"), OFFICE, local("2026-11-02 19:30"))
    assert (on_the_wall(closed.opens), closed.by_wave) == ("2026-11-03 09:00", False)


def test_of_two_waves_the_next_counts():
    closed = when_called(OpeningHours(), day("10-11 am", "2-3 pm"), OFFICE, local("2026-11-02 11:00"))
    assert on_the_wall(closed.opens) == "2026-11-02 14:00"


def test_waves_that_touch_are_one():
    (action,) = day("10-11 am", "11 am-noon").values()
    assert action.spans(OFFICE) == (Span(600, 720),)


@pytest.mark.parametrize(("others", "at"), [(True, "2026-11-02 09:00"), (False, "2026-11-03 09:00")])
def test_in_no_wave_it_is_called_all_day_or_not_at_all(others, at):
    hours = in_waves(OpeningHours(), day("2-3 pm", others=others), "25001", local("2026-11-02 06:00"))
    assert on_the_wall(hours.next_opening(local("2026-11-02 06:00"))) == at


def test_in_the_night_in_which_clocks_go_back_a_wave_is_called_once():
    hours = in_waves(None, day("1 am-2 am", on="2026-11-01"), OFFICE, local("2026-11-01 00:30"))
    assert on_the_wall(hours.next_opening(local("2026-11-01 00:30"))) == "2026-11-01 01:00"


def test_an_office_without_hours_has_its_turn_when_anybody_is_rung_again():
    closed = when_called(None, day("2-3 pm"), OFFICE, local("2026-11-02 15:00"))
    assert (on_the_wall(closed.opens), closed.by_wave) == ("2026-11-03 08:00", True)


def test_a_day_that_is_past_binds_nothing():
    assert in_waves(None, day("2-3 pm"), OFFICE, local("2026-11-03 00:00")) is None
