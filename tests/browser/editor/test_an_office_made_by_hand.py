"""An office that is no legislator's in a real browser: made by keyboard, put on a list, called without a town."""

import re

import pytest
from playwright.sync_api import expect

from tests.world.campaign.campaigns import publish_prepared
from tests.world.database.own_roster import restore_offices

LONG = "Joint Committee on Health Care Financing and on Everything Else That Takes a Very Long Name Indeed"


@pytest.fixture(scope="module")
def database_url(own_offices):
    return own_offices


@pytest.fixture(autouse=True)
def as_it_was(clean_database):
    yield
    restore_offices(clean_database)


def test_an_office_from_the_empty_list_to_the_page_of_supporters(
    opens_of_campaign, looks_at, everything, session, campaign
):
    page = opens_of_campaign("Publish")
    page.goto(f"{everything.web_url}/organizers/offices/made")
    looks_at(page, "made-none")
    page.get_by_role("link", name="Make an office").press("Enter")
    page.locator("#name").press_sequentially("Maura Healey")
    page.get_by_role("button", name="Make the office").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("an office without one cannot be called")
    page.get_by_text("The title in other languages").press("Enter")
    page.get_by_label("Spanish").fill("la gobernadora")
    looks_at(page, "made-wrong")
    page.locator("#title").fill("Governor")
    page.locator("#first").fill("617-555-0150")
    page.get_by_label("E-mail address").fill("governor@example.org")
    page.get_by_label("Where is that from?").fill("Her page on mass.gov")
    page.get_by_role("button", name="Make the office").press("Enter")
    expect(page.get_by_role("heading", name="Maura Healey")).to_be_visible()
    looks_at(page, "made-office")
    page.locator("#name").fill(LONG)
    page.get_by_role("button", name="Save the office").press("Enter")
    expect(page.get_by_role("heading", name=LONG)).to_be_visible()
    looks_at(page, "made-long")
    page.get_by_role("button", name="Go back to that").press("Enter")
    expect(page.get_by_role("heading", name="Maura Healey")).to_be_visible()
    page.goto(f"{everything.web_url}/organizers/campaigns/{campaign}/whom")
    page.get_by_role("button", name=re.compile("Put on the list.*Maura Healey")).press("Enter")
    expect(page.locator("#list")).to_contain_text("Maura Healey")
    page.get_by_label("the same office holders, from a list").check()
    page.get_by_role("button", name="Save", exact=True).press("Enter")
    looks_at(page, "made-whom")
    publish_prepared(session, campaign)
    session.commit()
    page.goto(f"{everything.web_url}/c/safe-communities?language=es")
    expect(page.get_by_text("la gobernadora Maura Healey").first).to_be_visible()
    expect(page.locator("#town")).to_have_count(0)
    looks_at(page, "made-supporter")
    page.goto(f"{everything.web_url}/organizers/offices/made")
    looks_at(page, "made-list")
