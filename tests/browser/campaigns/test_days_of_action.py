"""A day of action in a real browser: mistyped, then set by keyboard, looked at, met by a supporter."""

from datetime import datetime

from playwright.sync_api import expect

from app.clock import EASTERN
from tests.world.people.keyboard import presses

LONG = "The Joint Committee on Public Safety and Homeland Security"


def test_from_a_mistyped_form_to_a_supporter_whose_turn_comes_later(opens_of_campaign, looks_at, everything):
    page = opens_of_campaign("Publish")
    page.get_by_role("link", name="Days of action").click()
    page.locator("#wave-0-hours").fill("9-12")
    page.locator("#wave-0-name").fill(LONG)
    presses(page, "Set it")
    expect(page.get_by_role("alert")).to_contain_text("Type a date")
    expect(page.locator("#wave-0-name")).to_have_value(LONG)
    looks_at(page, "action-days-wrong")
    page.get_by_label("The day").fill(f"{datetime.now(EASTERN):%Y-%m-%d}")
    page.get_by_label("The goal").fill("1000")
    page.locator("#hours").fill("all day")
    page.locator("#wave-0-letters").fill("A-F")
    page.locator("#wave-1-hours").fill("12:00 am to 12:01 am")
    page.locator("#wave-1-letters").fill("H")
    page.get_by_label("Who sends links round").fill("Ana\nFirst Church hall")
    presses(page, "Set it")
    expect(page.get_by_role("status").first).to_contain_text("The day of action is set")
    looks_at(page, "action-day")

    page.goto(f"{everything.web_url}/c/safe-communities")
    page.get_by_label("Phone number").fill("617 555 0123")
    page.get_by_label("City or town").fill("Holyoke")
    page.locator("input[name=consent]").check()
    presses(page, "Call me now")
    expect(page.get_by_role("heading", level=1)).to_have_text("This office's turn comes later")
    looks_at(page, "action-supporter")
