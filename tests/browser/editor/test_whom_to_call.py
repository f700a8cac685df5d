"""Whom a campaign calls in a real browser: picked by keyboard, with and without JavaScript, on any screen."""

import re

import pytest
from playwright.sync_api import expect

from tests.world.campaign.campaigns import prepares_fields

CO_SPONSORS = "Pat A. Duffy\t5th Hampden\t2/24/2025\nSen. Comerford\nMoran\nJohn Barret\nNobody Atall Here"


@pytest.fixture
def organizer(opens_of_campaign):
    """Opens whom to call as an organizer who has signed in."""

    def opens(*how, **options):
        page = opens_of_campaign("Publish", *how, **options)
        page.get_by_role("link", name="Whom to call", exact=True).click()
        return page

    return opens


def test_somebody_is_found_as_one_types_and_put_on_the_list_by_keyboard(organizer):
    page = organizer()
    page.get_by_label("Name or district").press_sequentially("5th hampd")
    page.get_by_role("button", name=re.compile("Put on the list.*Pat Duffy")).press("Enter")
    expect(page.get_by_role("heading", name="The list: 1")).to_be_visible()
    expect(page.locator("#list")).to_contain_text("Pat Duffy")
    expect(page.get_by_text("On the list", exact=True)).to_be_visible()
    page.get_by_role("group", name="How Pat Duffy stands to it").get_by_label("With us").press("Space")
    expect(page.locator("#marked").get_by_role("heading", name="With us: 1")).to_be_visible()
    expect(page.locator("[data-marked]").first).to_have_text("Saved.")
    page.locator("#marked").get_by_label("Against").press("Space")
    page.get_by_role("link", name="Script").first.press("Enter")
    page.wait_for_url("**/script")
    page.go_back()
    expect(page.get_by_role("heading", name="Against: 1")).to_be_visible()


def test_the_list_is_put_in_order_and_people_are_marked_without_javascript(organizer):
    page = organizer(java_script_enabled=False)
    for name in ("Duffy", "Comerford"):
        page.get_by_label("Name or district").fill(name)
        page.get_by_role("button", name="Find").press("Enter")
        page.get_by_role("button", name="Put on the list").press("Enter")
    page.get_by_role("button", name=re.compile("Up.*Jo Comerford")).press("Enter")
    expect(page.locator("#list li").first).to_contain_text("Jo Comerford")
    page.get_by_role("group", name="How Jo Comerford stands to it").get_by_label("With us").check()
    page.get_by_role("button", name="Save the marks").press("Enter")
    expect(page.get_by_role("heading", name="With us: 1")).to_be_visible()


def test_nothing_is_wrong_with_the_page_in_any_look(organizer, looks_at, session, campaign):
    page = organizer()
    looks_at(page, "whom-empty")
    page.get_by_label("People, one a line").fill(CO_SPONSORS)
    page.get_by_role("button", name="Look at what is understood").click()
    expect(page.get_by_role("alert")).to_contain_text("Say how they stand to it")
    looks_at(page, "whom-wrong")
    page.get_by_label("They are with us").check()
    page.get_by_role("button", name="Look at what is understood").click()
    expect(page.get_by_role("heading", name="2 understood, 3 to look at")).to_be_visible()
    looks_at(page, "whom-pasted")
    page.get_by_label("Frank Moran").check()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("heading", name="With us: 3")).to_be_visible()
    ids = prepared_ids(page)
    prepares_fields(session, campaign, {("whom", "rule"): "own-then-listed", ("whom", "listed"): ids})
    session.commit()
    page.get_by_label("Name or district").fill("worc")
    page.get_by_role("button", name="Find").click()
    looks_at(page, "whom-full")


def prepared_ids(page):
    """Those who are marked, by their rows."""
    fields = page.locator("#marked input[type=hidden][name^='was-']").all()
    return [int(field.get_attribute("name").removeprefix("was-")) for field in fields]
