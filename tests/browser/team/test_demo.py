"""Whoever tries the demo signs in with one click, by keyboard as well, and is told why no password is asked for."""

import pytest
from playwright.sync_api import expect

from app.one_process import Arrangement, running
from app.team.people.demo_admin import DEMO_ADMIN, make_demo_admin
from tests.world.campaign.campaigns import CAMPAIGN_NUMBER


@pytest.fixture
def everything(settings, campaign, session):
    """The whole product as `make demo` runs it."""
    make_demo_admin(session, "a long password of the tests")
    session.commit()
    with running(settings, Arrangement(numbers=(CAMPAIGN_NUMBER,), demo=True)) as everything:
        yield everything


def test_one_click_leads_to_the_page_one_came_for(new_page, everything, looks_at):
    page = new_page(390)
    page.goto(f"{everything.web_url}/organizers/campaigns")
    expect(page.get_by_role("heading", name="This is the demo")).to_be_visible()
    looks_at(page, "demo")
    page.keyboard.press("Tab")
    while not page.get_by_role("button", name="Sign in with one click").evaluate("it => it === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Campaigns")
    expect(page.get_by_text(DEMO_ADMIN)).to_be_visible()


def test_the_one_phone_of_whoever_looks_around_may_be_tried_twenty_times_an_hour(everything):
    settings = everything.app.extensions["ringdown"].settings
    assert (settings.calls_per_hour, settings.calls_in_vain) == (20, 20)
