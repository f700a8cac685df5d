"""The legal holidays of Massachusetts, as its state offices keep them."""

from datetime import date, timedelta

import pytest

from app.representatives.opening.legal_holidays import legal_holidays

MASSACHUSETTS = legal_holidays("MA")
# The calendar of legal holidays of the Commonwealth (General Laws c.4 s.7 cl.18).
IN_2026 = {
    "2026-01-01": "New Year's Day",
    "2026-01-19": "Martin Luther King Jr. Day",
    "2026-02-16": "Washington's Birthday",
    "2026-04-20": "Patriots' Day",
    "2026-05-25": "Memorial Day",
    "2026-06-19": "Juneteenth",
    "2026-07-04": "Independence Day",
    "2026-09-07": "Labor Day",
    "2026-10-12": "Indigenous Peoples' Day (Columbus Day)",
    "2026-11-11": "Veterans Day",
    "2026-11-26": "Thanksgiving Day",
    "2026-12-25": "Christmas Day",
}


def of_year(year, state="MA"):
    days = (date(year, 1, 1) + timedelta(days=day) for day in range(366))
    return {day.isoformat(): legal_holidays(state)(day) for day in days if legal_holidays(state)(day)}


def test_a_whole_year():
    assert of_year(2026).keys() - IN_2026.keys() == {"2027-01-01"}
    assert of_year(2026) | IN_2026 == of_year(2026)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2027-07-05", "Independence Day, observed"),
        ("2022-06-20", "Juneteenth, observed"),
        ("2022-12-26", "Christmas Day, observed"),
        ("2034-01-02", "New Year's Day, observed"),
    ],
)
def test_a_holiday_on_a_sunday_is_observed_on_the_monday(day, name):
    assert MASSACHUSETTS(date.fromisoformat(day)) == name


@pytest.mark.parametrize("day", ["2026-07-03", "2027-06-18", "2027-12-24", "2027-12-31", "2028-11-10"])
def test_state_offices_are_open_on_the_friday_before_a_holiday_on_a_saturday(day):
    assert MASSACHUSETTS(date.fromisoformat(day)) is None


@pytest.mark.parametrize("day", ["2026-03-17", "2026-06-17", "2026-11-27"])
def test_state_offices_are_open_on_what_only_suffolk_county_celebrates_and_after_thanksgiving(day):
    assert MASSACHUSETTS(date.fromisoformat(day)) is None


def test_another_state_has_its_own():
    assert legal_holidays("ME")(date(2026, 10, 12)) == "Indigenous Peoples' Day"
    assert legal_holidays("NH")(date(2026, 4, 20)) is None


def test_a_state_that_nobody_knows_has_the_federal_ones():
    assert of_year(2026, "XX").keys() >= {"2026-11-26", "2026-12-25"}
    assert "2026-04-20" not in of_year(2026, "XX")
