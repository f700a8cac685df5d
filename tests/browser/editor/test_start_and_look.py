"""A campaign is started, paused, given dates and a look in a real browser: by keyboard, on any screen."""

import pytest
from playwright.sync_api import expect
from sqlalchemy import update

from models import Campaign, CampaignState
from tests.browser.conftest import EMAIL, PASSWORD
from tests.world.campaign.pictures import encoded_picture
from tests.world.people.browsing import has_signed_in


@pytest.fixture
def opens(new_page, everything, campaign):
    """Opens a page of the campaign as an organizer who has signed in."""

    def opens(which, width=320, **options):
        page = new_page(width, **options)
        has_signed_in(page, everything, EMAIL, PASSWORD)
        page.goto(f"{everything.web_url}/organizers/campaigns/{campaign}/{which}")
        return page

    return opens


def test_a_draft_is_started_by_keyboard_without_javascript(opens, session, campaign):
    session.execute(update(Campaign).values(state=CampaignState.DRAFT))
    session.commit()
    page = opens("state", java_script_enabled=False)
    while (leave := page.get_by_role("button", name="Leave it open")).count():
        with page.expect_navigation():
            leave.first.press("Enter")
    page.get_by_role("button", name="Start the campaign").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("The campaign is live.")


@pytest.mark.parametrize("state", CampaignState)
def test_axe_finds_nothing_however_it_stands(opens, faults_of, session, campaign, state):
    session.execute(update(Campaign).values(state=state))
    session.commit()
    assert faults_of(opens("state")) == []


def test_an_end_takes_a_tick_and_says_so(opens, faults_of):
    page = opens("state")
    page.get_by_text("End the campaign").first.click()
    page.get_by_role("button", name="End the campaign").click()
    expect(page.get_by_role("alert")).to_contain_text("an ended campaign does not start again")
    assert faults_of(page) == []


def test_axe_finds_nothing_about_dates(opens, faults_of):
    page = opens("when")
    page.get_by_label("Starts").focus()
    page.keyboard.type("12")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("[data-saved]")).to_contain_text("a date or a time is only half there")
    page.get_by_label("Starts").fill("2099-12-01T09:00")
    page.get_by_label("Ends").fill("2099-12-01T08:00")
    expect(page.locator("#ends_at-error")).to_contain_text("It would end before it starts")
    assert faults_of(page) == []


def test_a_look_is_chosen_and_axe_finds_nothing(opens, faults_of):
    page = opens("look")
    page.get_by_label("Color").fill("#7a1f5c")
    expect(page.locator("[data-saved]")).to_have_text("Saved.")
    expect(page.locator("#worn link")).to_have_count(1)
    page.get_by_label("A picture").first.set_input_files(
        {"name": "logo.png", "mimeType": "image/png", "buffer": encoded_picture()}
    )
    page.get_by_role("button", name="Use this picture").first.click()
    expect(page.get_by_role("img", name="Logo, as it is prepared")).to_be_visible()
    page.get_by_label("Color").fill("#ffcc00")
    expect(page.locator("#accent-error")).to_contain_text("Take a darker one")
    assert faults_of(page) == []
