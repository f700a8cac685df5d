"""A day of action in a real browser: set by keyboard, looked at, met by a supporter, canceled and taken back."""

from datetime import datetime

from playwright.sync_api import expect

from app.clock import EASTERN
from tests.world.people.keyboard import presses

LONG = "The Joint Committee on Public Safety and Homeland Security"


def test_from_the_empty_page_to_a_supporter_whose_turn_comes_later(opens_of_campaign, looks_at, everything):
    page = opens_of_campaign("Publish")
    page.get_by_role("link", name="Days of action").click()
    looks_at(page, "action-days-empty")
    presses(page, "Set it")
    expect(page.get_by_role("alert")).to_contain_text("Type a date")
    looks_at(page, "action-days-wrong")
    page.get_by_label("The day").fill(f"{datetime.now(EASTERN):%Y-%m-%d}")
    page.get_by_label("The goal").fill("1000")
    page.locator("#hours").fill("all day")
    page.get_by_label("Calls for one office").fill("20")
    for nth, (name, hours, letters) in enumerate(((LONG, "9-12", "A-F"), ("Hampden", "12:00 am to 12:01 am", "H"))):
        page.get_by_label("Name", exact=True).nth(nth).fill(name)
        page.locator(f"#wave-{nth}-hours").fill(hours)
        page.get_by_label("Districts by letter").nth(nth).fill(letters)
    page.get_by_label("Who sends links round").fill("Ana\nFirst Church hall")
    presses(page, "Set it")
    expect(page.get_by_role("status").first).to_contain_text("The day of action is set")
    looks_at(page, "action-day")
    page.goto(f"{everything.web_url}/organizers/campaigns/1/dashboard")
    expect(page.get_by_role("heading", name="Day of action")).to_be_visible()
    looks_at(page, "action-dashboard")

    page.goto(f"{everything.web_url}/c/safe-communities")
    page.get_by_label("Phone number").fill("617 555 0123")
    page.get_by_label("City or town").fill("Holyoke")
    page.locator("input[name=consent]").check()
    presses(page, "Call me now")
    expect(page.get_by_role("heading", level=1)).to_have_text("This office's turn comes later")
    looks_at(page, "action-supporter")

    page.goto(f"{everything.web_url}/organizers/campaigns/1/action-days/1")
    presses(page, "Cancel this day of action")
    expect(page.get_by_text("It is canceled.")).to_be_visible()
    looks_at(page, "action-day-canceled")
    presses(page, "Take that back")
    expect(page.get_by_role("status").first).to_contain_text("It is a day of action again")
