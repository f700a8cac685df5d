"""A campaign from nothing in a real browser: by keyboard, without JavaScript, on any screen, and copied."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import EMAIL, PASSWORD
from tests.world.people.browsing import has_signed_in

LONG = "the Act concerning " + "Very" * 15 + " long words"


@pytest.fixture
def campaigns(new_page, everything, campaign):
    """Opens the list of campaigns as an organizer who has signed in."""

    def opens(*how, **options):
        page = new_page(*how, **options)
        has_signed_in(page, everything, EMAIL, PASSWORD)
        page.goto(f"{everything.web_url}/organizers/campaigns")
        return page

    return opens


def makes(page, subject="the Clean Water Act"):
    page.get_by_role("link", name="New campaign").press("Enter")
    page.get_by_label("What is it about?").fill(subject)
    page.get_by_label("their own state senator").press("Space")
    page.get_by_role("button", name="Make the campaign").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"The words of “{subject}”")


def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(campaigns, looks_at):
    page = campaigns(390)
    looks_at(page, "campaigns")
    page.get_by_role("link", name="New campaign").click()
    looks_at(page, "new")
    page.get_by_label("Address of the page").fill("Wasser & Brot")
    page.get_by_role("button", name="Make the campaign").click()
    expect(page.get_by_role("alert")).to_contain_text("Write what it is about.")
    looks_at(page, "new-wrong")
    page.get_by_label("Address of the page").fill("")
    page.get_by_role("link", name="All campaigns").click()
    makes(page, LONG)
    looks_at(page, "words-new")
    page.get_by_label("Contact").fill("call me")
    page.get_by_label("Why it matters").fill("One.\n\n- **two**\n- [three](https://example.org)")
    expect(page.locator("[data-saved]")).to_contain_text("Not saved yet")
    looks_at(page, "words-wrong")
    page.get_by_label("Contact").fill("us@example.org")
    expect(page.locator("#preview strong").first).to_have_text("two")
    looks_at(page, "words")
    page.goto(page.url.split("?")[0].replace("/words", "/copy"))
    looks_at(page, "copy")
    page.goto(page.url.replace("/copy", "/address"))
    looks_at(page, "address")


@pytest.mark.parametrize("script", [True, False])
def test_it_is_made_by_keyboard_with_and_without_javascript(campaigns, script):
    page = campaigns(java_script_enabled=script)
    makes(page)
    expect(page.get_by_label("Headline")).to_have_value("Ask your state senator to support the Clean Water Act")


def test_the_subject_is_shown_in_its_sentence_as_one_types(campaigns):
    page = campaigns()
    page.get_by_role("link", name="New campaign").click()
    page.get_by_label("What is it about?").fill("clean water")
    expect(page.locator(".said-so")).to_contain_text("to support clean water")
