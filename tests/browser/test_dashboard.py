"""The dashboard in a browser: a call appears, moves and ends on it without a reload; the map by keyboard."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import EMAIL, PASSWORD, SHOTS
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
