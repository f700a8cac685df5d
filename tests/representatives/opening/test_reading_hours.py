"""Hours as people type them are understood, and written back in one way."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.representatives.opening import HoursError, HoursProblem
from app.representatives.opening.spans import USUAL_WEEK, one_week
from app.representatives.opening.typed.reading import read_day
from app.representatives.opening.typed.writing import write_day, write_week
from tests.world.examples import MANY
from tests.world.time.clocks import days_of_spans, hours

UNDERSTOOD = {
    "9-5": "9 AM–5 PM",
    "9:00–17:00": "9 AM–5 PM",
    "09:00 to 17:00": "9 AM–5 PM",
    "9 a.m. until 5 p.m.": "9 AM–5 PM",
    "9AM - 5PM": "9 AM–5 PM",
    "0900-1700": "9 AM–5 PM",
    "8.30-4.30": "8:30 AM–4:30 PM",
    "930-430": "9:30 AM–4:30 PM",
    "9-12, 1-5pm": "9 AM–noon, 1 PM–5 PM",
    "9am–noon & 1–5": "9 AM–noon, 1 PM–5 PM",
    "1-5, 9-12": "9 AM–noon, 1 PM–5 PM",
    "9-12 and 12-5": "9 AM–noon, noon–5 PM",
    "9-5, 7-9": "9 AM–5 PM, 7 PM–9 PM",
    "10-2": "10 AM–2 PM",
    "6-2": "6 AM–2 PM",
    "6-8": "6 PM–8 PM",
    "12-1": "noon–1 PM",
    "11-1 pm": "11 AM–1 PM",
    "12:30am-4am": "12:30 AM–4 AM",
    "midnight-6am": "midnight–6 AM",
    "8 pm - midnight": "8 PM–midnight",
    "0:00-24:00": "all day",
    "24/7": "all day",
    "Closed.": "closed",
    " ": "closed",
    "–": "closed",
    "9-5;": "9 AM–5 PM",
    "９-５": "9 AM–5 PM",
}
NOT_UNDERSTOOD = {
    "nine to five": HoursProblem.UNREADABLE,
    "9": HoursProblem.UNREADABLE,
    "9-12-5": HoursProblem.UNREADABLE,
    "9--5": HoursProblem.UNREADABLE,
    "9:75-10": HoursProblem.UNREADABLE,
    "9-25": HoursProblem.UNREADABLE,
    "9-13pm": HoursProblem.UNREADABLE,
    "0am-5": HoursProblem.UNREADABLE,
    "9-5, ask for Ana": HoursProblem.UNREADABLE,
    "<b>9-5": HoursProblem.UNREADABLE,
    "5pm-9am": HoursProblem.BACKWARDS,
    "9am-9am": HoursProblem.BACKWARDS,
    "17:00-9:00": HoursProblem.BACKWARDS,
    "9-5, 4-6": HoursProblem.OVERLAP,
    "9-12, 11am-2pm": HoursProblem.OVERLAP,
    "8-9, 10-11, 12-1, 2-3, 4-5": HoursProblem.TOO_MANY,
}


@pytest.mark.parametrize(("typed", "meant"), UNDERSTOOD.items())
def test_what_people_type_is_understood(typed, meant):
    assert write_day(read_day(typed)) == meant


@pytest.mark.parametrize(("typed", "problem"), NOT_UNDERSTOOD.items())
def test_what_cannot_be_meant_is_told(typed, problem):
    with pytest.raises(HoursError, match=problem):
        read_day(typed)


@given(days_of_spans())
@MANY
def test_what_is_written_is_read_as_it_was(spans):
    assert read_day(write_day(spans)) == spans


@given(st.text(max_size=300) | st.text("0123456789:-,. apmnoonto", max_size=20))
@MANY
def test_whatever_is_typed_is_hours_or_a_problem_with_a_name(typed):
    with suppress(HoursError):
        spans = read_day(typed)
        assert read_day(write_day(spans)) == spans


def test_a_week_is_told_in_few_lines():
    assert write_week(USUAL_WEEK) == (("Monday to Friday", "9 AM–5 PM"), ("Saturday and Sunday", "closed"))


def test_a_week_of_different_days_is_told_day_by_day():
    week = one_week([[hours(9, 17)], [hours(9, 12)], [hours(9, 17)], *[()] * 4])
    assert [days for days, _ in write_week(week)] == ["Monday", "Tuesday", "Wednesday", "Thursday to Sunday"]
