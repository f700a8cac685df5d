"""Every page as anybody may meet it: axe finds nothing, nothing is fetched from elsewhere, it is small."""

from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests.browser.conftest import EMAIL, PASSWORD
from tests.world.people.browsing import answers, asks_to_be_called, has_signed_in, page_says, signs_in

NARROWEST = 320


def test_axe_finds_nothing_on_the_supporters_pages(new_page, everything, faults_of):
    page = new_page(NARROWEST)
    page.goto(everything.web_url)
    found = faults_of(page)
    page.get_by_role("button", name="Call me now").click()
    expect(page.get_by_role("alert")).to_be_visible()
    found += faults_of(page)
    for town in ("Acton", "Worchester", "Leverett", "Nashua"):
        asks_to_be_called(page, everything, town)
        found += faults_of(page)
    asks_to_be_called(page, everything)
    page_says(page, "ring")
    found += faults_of(page)
    page.get_by_role("button", name="Cancel the call").click()
    page_says(page, "You canceled the call")
    assert found + faults_of(page) == []


def test_axe_finds_nothing_on_the_handsets(new_page, everything, faults_of):
    phones = new_page(NARROWEST)
    phones.goto(everything.network_url)
    found = faults_of(phones)
    asks_to_be_called(new_page(), everything)
    answers(phones, "supporter")
    expect(phones.get_by_test_id("supporter-captions")).to_contain_text("automated call")
    assert found + faults_of(phones) == []


def test_axe_finds_nothing_on_the_organizers_pages(new_page, everything, faults_of):
    page = new_page(NARROWEST)
    page.goto(f"{everything.web_url}/organizers/calls")
    found = faults_of(page)
    signs_in(page, everything, EMAIL, PASSWORD)
    found += faults_of(page)
    supporter = new_page()
    asks_to_be_called(supporter, everything)
    page_says(supporter, "ring")
    page.reload()
    found += faults_of(page)
    page.locator("tbody a").first.click()
    assert found + faults_of(page) == []


def test_axe_finds_nothing_where_organizers_set_things_up(new_page, everything, faults_of, campaign):
    page, found = new_page(NARROWEST), []
    has_signed_in(page, everything, EMAIL, PASSWORD)
    for path in ("campaigns", f"campaigns/{campaign}/hotline", "offices", "offices/25015", "lines", "never-rung"):
        page.goto(f"{everything.web_url}/organizers/{path}")
        found += faults_of(page)
    assert found == []


def test_the_campaign_page_is_small_and_fetches_nothing_from_elsewhere(new_page, everything):
    page, answers_seen = new_page(), []
    page.on("response", lambda answer: answers_seen.append(answer))  # noqa: PLW0108 - it sets attributes on it
    page.goto(everything.web_url, wait_until="networkidle")
    loaded = [one for one in answers_seen if one.status == 200]
    assert {urlsplit(one.url).netloc for one in loaded} == {urlsplit(everything.web_url).netloc}
    assert len(loaded) <= 6
    assert sum(len(one.body()) for one in loaded) <= 60_000


def test_headline_fields_and_button_are_on_a_phones_first_screen(new_page, everything):
    page = new_page(390)
    page.goto(everything.web_url)
    box = page.get_by_role("button", name="Call me now").bounding_box()
    assert box["y"] + box["height"] <= 844
