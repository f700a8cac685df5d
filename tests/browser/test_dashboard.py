"""The dashboard in a browser: a call appears, moves and ends on it without a reload; the map by keyboard."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import EMAIL, PASSWORD, SHOTS
from tests.world.people import keyboard
from tests.world.people.browsing import answers, asks_to_be_called, hangs_up, has_signed_in, hears, page_says, presses


@pytest.fixture
def shoots():
    """Takes pictures for whoever wants to look at them."""

    def shoots(page, name):
        for width, scheme in ((390, "light"), (1280, "light"), (1280, "dark")) if SHOTS else ():
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            page.wait_for_timeout(300)
            page.screenshot(path=f"{SHOTS}/{name}-{width}-{scheme}.png", full_page=True)
        page.emulate_media(color_scheme="null")

    return shoots


def corrects_and_takes_back(organizer, everything, faults_of, shoots):
    """By keyboard alone: finds the call by its town, says that it was a message, and takes that back."""
    organizer.goto(f"{everything.web_url}/organizers/calls")
    shoots(organizer, "log-one")
    found = faults_of(organizer)
    keyboard.reaches(organizer, organizer.get_by_text("More ways to look"))
    organizer.keyboard.press("Enter")
    keyboard.types(organizer, "Town", "Holyoke")
    keyboard.presses(organizer, "Show these")
    organizer.wait_for_url("**town=Holyoke**")
    found += faults_of(organizer)
    shoots(organizer, "log-filtered")
    keyboard.goes_by(organizer, organizer.locator("tbody a"))
    shoots(organizer, "story")
    keyboard.follows(organizer, "Correct the outcome")
    found += faults_of(organizer)
    keyboard.chooses(organizer, "Left a message")
    shoots(organizer, "correct")
    keyboard.presses(organizer, "Correct the outcome")
    expect(organizer.get_by_role("alert")).to_contain_text("Say in a few words how you know")
    keyboard.types(organizer, "How do you know?", "She told me at the office")
    keyboard.presses(organizer, "Correct the outcome")
    expect(organizer.get_by_role("status")).to_contain_text("The outcome is corrected")
    expect(organizer.locator(".timeline")).to_contain_text("left a message")
    found += faults_of(organizer)
    shoots(organizer, "corrected")
    keyboard.presses(organizer, "Take the correction back")
    expect(organizer.get_by_role("status")).to_contain_text("taken back")
    expect(organizer.locator(".facts").first).to_contain_text("Talked to the office")
    return found


def test_a_call_appears_moves_and_ends_on_the_dashboard_without_a_reload(new_page, everything, faults_of, shoots):
    organizer, phones, supporter = new_page(), new_page(), new_page(390)
    has_signed_in(organizer, everything, EMAIL, PASSWORD)
    organizer.goto(f"{everything.web_url}/organizers/dashboard")
    organizer.evaluate("window.same = true")
    now = organizer.locator("#now")
    expect(now).to_contain_text("Nobody just now")
    found = faults_of(organizer)
    shoots(organizer, "dashboard-empty")
    phones.goto(everything.network_url)
    asks_to_be_called(supporter, everything)
    expect(now).to_contain_text("Ringing supporter", timeout=15000)
    answers(phones, "supporter")
    hears(phones, "supporter", "press 9")
    presses(phones, "supporter", "1")
    page_says(supporter, "We are reading you the script")
    hears(phones, "supporter", "I am calling to ask Representative Pat Duffy")
    presses(phones, "supporter", "1")
    answers(phones, "office")
    expect(now).to_contain_text("Talking", timeout=15000)
    found += faults_of(organizer)
    shoots(organizer, "dashboard-talking")
    hangs_up(phones, "office")
    hears(phones, "supporter", "If you talked to someone, press 1")
    presses(phones, "supporter", "1")
    page_says(supporter, "The call is over")
    expect(now).to_contain_text("Nobody just now", timeout=15000)
    assert organizer.evaluate("window.same")
    organizer.goto(f"{everything.web_url}/organizers/dashboard")
    expect(organizer.locator("#funnel + p")).to_contain_text("Of 1 who asked, 1 came", timeout=15000)
    found += faults_of(organizer)
    shoots(organizer, "dashboard-one")
    found += corrects_and_takes_back(organizer, everything, faults_of, shoots)
    organizer.goto(f"{everything.web_url}/organizers/dashboard/map")
    first = organizer.locator("[data-map]").first
    first.locator("a[tabindex='0']").focus()
    organizer.keyboard.press("ArrowRight")
    expect(organizer.locator("[data-pointed]")).to_contain_text(":")
    organizer.keyboard.press("Enter")
    expect(organizer.locator("tr:focus")).to_be_visible()
    found += faults_of(organizer)
    shoots(organizer, "map")
    organizer.goto(f"{everything.web_url}/organizers/dashboard/wall")
    found += faults_of(organizer)
    shoots(organizer, "wall")
    assert found == []
