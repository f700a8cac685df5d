"""What stands between the form and a call where something is odd, in a real browser and by keyboard."""

import pytest
from playwright.sync_api import expect

from app.limits.suspicion import proof
from app.limits.suspicion.state import suspect
from tests.world.people.browsing import PHONE, page_says

CANNOT = "if (crypto.subtle) crypto.subtle.deriveBits = () => Promise.reject(new Error('cannot'))"


@pytest.fixture
def suspected(session, campaign, monkeypatch):
    """A little work is asked of every browser."""
    monkeypatch.setattr(proof, "ROUNDS", 10)
    suspect(session, campaign)
    session.commit()


def fills_in(page, everything):
    """Type number and town, tick, and press Enter on the button."""
    page.goto(everything.web_url)
    page.locator("#phone").focus()
    page.keyboard.type(PHONE)
    page.keyboard.press("Tab")
    page.keyboard.type("Holyoke")
    page.locator("#consent").focus()
    page.keyboard.press("Space")
    page.locator("#call-button").focus()


def test_a_browser_works_and_is_rung(new_page, everything, suspected, looks_at):
    page = new_page(390)
    fills_in(page, everything)
    page.keyboard.press("Enter")
    page_says(page, "Your phone is ringing")
    looks_at(page, "rings")


def test_a_browser_that_cannot_is_told_and_shown_other_ways(new_page, everything, suspected, looks_at):
    page = new_page(390, user_agent="one that nobody else is lent")
    page.add_init_script(CANNOT)
    fills_in(page, everything)
    expect(page.locator("#no-proof")).to_be_visible()
    looks_at(page, "no-proof")
    page.locator("#call-button").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("your browser did not show that a person does")).to_be_visible()
    looks_at(page, "other-ways")


def test_without_scripts_they_are_shown_the_same(new_page, everything, suspected):
    page = new_page(320, java_script_enabled=False)
    fills_in(page, everything)
    expect(page.locator("noscript p")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_text("your browser did not show that a person does")).to_be_visible()


def test_whose_browser_filled_what_nobody_sees_looks_once_more(new_page, everything, looks_at):
    page = new_page(390)
    fills_in(page, everything)
    page.evaluate("document.getElementById('website').value = 'https://example.org'")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Is this right?")).to_be_visible()
    looks_at(page, "sure")
    page.locator("#call-button").focus()
    page.keyboard.press("Enter")
    page_says(page, "Your phone is ringing")
