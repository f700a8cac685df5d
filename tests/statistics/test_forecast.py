"""How many offices stay silent at the pace so far."""

from app.statistics.forecast import OfficeSoFar, forecast


def office(geoid, heard=0, minutes=60, left=60):
    return OfficeSoFar(geoid, heard, minutes, left)


def test_who_has_no_minute_left_and_heard_nothing_stays_silent():
    told = forecast([office("a", 3), office("b", left=0), office("c", left=10_000)])
    assert (told.silent, told.at_risk) == (("b", "c"), ("b",))


def test_at_a_quick_pace_nobody_does():
    assert forecast([office("a", 100), office("b", left=240)]).stay_silent == 0


def test_those_with_the_least_time_come_first():
    offices = [office("a", 1), *(office(f"{left}", left=left) for left in (300, 20, 80))]
    assert forecast(offices).at_risk[:2] == ("20", "80")


def test_before_the_first_call_there_is_no_pace():
    told = forecast([office("a", minutes=0), office("b", minutes=0)])
    assert (told.has_pace, told.stay_silent) == (False, 2)


def test_without_an_office_there_is_nothing_to_tell():
    assert forecast([]).stay_silent == 0
