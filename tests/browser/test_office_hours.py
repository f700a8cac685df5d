"""An organizer sets an office's hours in a real browser: on a wide screen, on a small phone, in the dark."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from app.clock import EASTERN, utc_now
from tests.browser.conftest import EMAIL, PASSWORD
from tests.world.people.browsing import has_signed_in


@pytest.fixture
def organizer(new_page, everything):
    """The offices on a small phone of somebody who has signed in."""
    page = new_page(320)
    has_signed_in(page, everything, EMAIL, PASSWORD)
    page.goto(f"{everything.web_url}/organizers/offices")
    return page


def in_days(days):
    return ((utc_now() + timedelta(days=days)).astimezone(EASTERN).date()).isoformat()


def adds_a_day(page, day, hours, note):
    page.get_by_label("Day", exact=True).fill(day)
    page.get_by_label("Hours on that day").fill(hours)
    page.get_by_label("Why? In a few words").fill(note)
    page.get_by_role("button", name="Add the day").click()


def test_every_office_closes_for_a_storm(organizer, faults_of):
    page = organizer
    page.get_by_text("Add a day for every office").click()
    adds_a_day(page, in_days(1), "9 to", "")
    expect(page.get_by_role("alert")).to_contain_text("Say why in a few words")
    expect(page.get_by_label("Hours on that day")).to_have_value("9 to")
    found = faults_of(page)
    adds_a_day(page, in_days(1), "closed", "the State House is closed for snow")
    expect(page.get_by_role("status")).to_contain_text("noted for every office")
    found += faults_of(page)
    page.get_by_role("button", name="Remove").click()
    expect(page.get_by_role("status")).to_contain_text("like any other again")
    assert found + faults_of(page) == []


def test_an_office_has_a_week_of_its_own_and_a_day_that_differs(organizer, faults_of):
    page = organizer
    page.get_by_role("link", name="1st Barnstable").click()
    expect(page.get_by_text("These are the usual hours.")).to_be_visible()
    found = faults_of(page)
    page.get_by_text("Change the week").first.click()
    page.get_by_label("Monday").fill("9-12, 11-5")
    page.get_by_role("button", name="Change the week").click()
    expect(page.get_by_role("alert")).to_contain_text("Two of these times overlap")
    found += faults_of(page)
    page.get_by_label("Monday").fill("9-12, 1-5pm")
    page.get_by_role("button", name="Change the week").click()
    expect(page.get_by_text("9 AM–noon, 1 PM–5 PM")).to_be_visible()
    page.get_by_text("Add a day that differs").click()
    adds_a_day(page, in_days(2), "9-12", "staff are at a retreat")
    expect(page.get_by_text("“staff are at a retreat”. Set")).to_be_visible()
    found += faults_of(page)
    page.get_by_role("button", name="Remove").click()
    page.get_by_role("button", name="Back to the usual hours").click()
    expect(page.get_by_role("status")).to_contain_text("The usual hours count again")
    assert found + faults_of(page) == []
