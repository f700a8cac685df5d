"""A phone bank in a real browser: opened by keyboard, its sheet printed, its code typed by a supporter, and closed."""

import re
from datetime import datetime, timedelta

from playwright.sync_api import expect

from app.clock import EASTERN
from tests.world.people.keyboard import presses


def in_hours(hours):
    return f"{datetime.now(EASTERN) + timedelta(hours=hours):%Y-%m-%dT%H:%M}"


def test_from_the_empty_page_to_a_supporter_in_the_room(opens_of_campaign, looks_at, everything):
    page = opens_of_campaign("Publish")
    page.get_by_role("link", name="Phone banks").click()
    presses(page, "Open it")
    expect(page.get_by_role("alert")).to_contain_text("Say where")
    looks_at(page, "phone-banks-wrong")
    page.get_by_label("Where?").press_sequentially("First Church hall")
    page.get_by_label("Closes").fill(in_hours(3))
    presses(page, "Open it")
    expect(page.get_by_role("status")).to_contain_text("Print this sheet")
    looks_at(page, "phone-bank-sheet")
    code, link = page.locator(".code").inner_text(), page.locator("a.long-word").get_attribute("href")
    page.get_by_role("link", name="All phone banks").press("Enter")
    expect(page.locator(".pill.good")).to_have_text("Open")
    looks_at(page, "phone-banks")

    path = link.partition("/c/")[2]
    page.goto(f"{everything.web_url}/c/{path}")
    expect(page.get_by_text("together with everybody at First Church hall")).to_be_visible()
    expect(page.get_by_label("Code of the phone bank")).to_have_value(code.replace("-", ""))
    looks_at(page, "phone-bank-supporter")
    page.goto(f"{everything.web_url}/c/safe-communities")
    page.get_by_text("At a phone bank?").press("Enter")
    page.get_by_label("Code of the phone bank").press_sequentially("wrong 222")
    presses(page, "I will call myself")
    expect(page.get_by_role("alert")).to_contain_text("We do not know this code here")
    looks_at(page, "phone-bank-wrong-code")

    page.goto(f"{everything.web_url}/organizers/campaigns")
    page.get_by_role("link", name=re.compile("^Publish")).first.click()
    page.get_by_role("link", name="Phone banks").click()
    page.get_by_role("button", name="Close it now").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Its calls stay in the log")
    looks_at(page, "phone-banks-over")
