"""What is prepared beside what is in force, in a real browser: as the page, and as a call that is heard."""

from functools import partial

import pytest
from playwright.sync_api import expect

from tests.world.campaign.campaigns import prepares_fields


@pytest.fixture
def organizer(opens_of_campaign):
    """Opens what is prepared as an organizer who has signed in."""
    return partial(opens_of_campaign, "Publish")


@pytest.fixture(autouse=True)
def prepared(session, campaign):
    """Something of the page and of the phone is prepared."""
    fields = {
        ("english", "headline"): "Ask your senator to pass the Safe Communities Act today",
        ("translations", "es", "texts", "headline"): "Very" * 50,
        ("prompts", "en", "who_is_calling"): {
            "text": "Hello. This is {group}. You asked us to connect you with {representative}, about {subject}.",
            "recording_id": None,
        },
        ("whom", "rule"): "both",
    }
    prepares_fields(session, campaign, fields)
    session.commit()


@pytest.mark.parametrize("screen", ["On a phone", "On a desktop"])
def test_both_pages_stand_beside_each_other_by_keyboard(organizer, looks_at, screen):
    page = organizer()
    page.get_by_role("link", name="As the page").press("Enter")
    page.get_by_role("link", name=screen).press("Enter")
    before, after = (page.frame_locator(f"section[aria-labelledby={one}] iframe") for one in ("published", "prepared"))
    expect(before.get_by_role("heading", level=1)).to_contain_text("representative")
    expect(after.get_by_role("heading", level=1)).to_contain_text("senator")
    expect(after.get_by_role("button", name="Call me now")).to_be_visible()
    looks_at(page, f"compared-{screen[5:]}")


def test_a_page_is_looked_at_in_another_language(organizer, looks_at):
    page = organizer(390)
    page.get_by_role("link", name="As the page").click()
    page.get_by_role("link", name="Spanish").click()
    frame = page.frame_locator("section[aria-labelledby=prepared] iframe")
    expect(frame.get_by_role("heading", level=1)).to_contain_text("VeryVery")
    looks_at(page, "compared-spanish")


def test_a_call_is_read_word_by_word_and_another_one_is_chosen(organizer, looks_at):
    page = organizer()
    page.get_by_role("link", name="As heard on the phone").press("Enter")
    expect(page.get_by_role("heading", name="heard otherwise")).to_be_visible()
    expect(page.locator(".otherwise ins").first).to_be_visible()
    looks_at(page, "compared-heard")
    page.get_by_label("What happens").select_option("busy")
    page.get_by_role("button", name="Compare this call").press("Enter")
    expect(page.get_by_text("The office's line is busy.").first).to_be_visible()
    page.get_by_label("Where the supporter lives").fill("")
    page.get_by_role("button", name="Compare this call").click()
    expect(page.get_by_role("alert")).to_contain_text("a town or a ZIP code")
    looks_at(page, "compared-wrong")
