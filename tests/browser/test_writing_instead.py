"""Whoever does not telephone writes instead, in a real browser: by keyboard, with and without a script."""

import pytest
from playwright.sync_api import expect

from app.one_process import Arrangement, running
from app.telephony.local_network import AttendedClock
from tests.world.campaign.campaigns import CAMPAIGN_NUMBER, change_campaign
from tests.world.people.browsing import asks_to_be_called, page_says
from tests.world.time.wall_clock import WallClock

COPY = "Copy the text"


@pytest.fixture
def everything(settings, campaign):
    """The whole product on a Saturday, when every office is closed."""
    clock = WallClock("2026-10-31 14:00")
    how = Arrangement(
        numbers=(CAMPAIGN_NUMBER,), network_clock=AttendedClock(), patience=20, always_open=False, clock=clock
    )
    with running(settings, how) as everything:
        yield everything


def clipboard(page):
    return page.evaluate("navigator.clipboard.readText()")


def test_a_closed_office_is_written_to_by_keyboard(new_page, everything, looks_at):
    page = new_page(390)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    asks_to_be_called(page, everything)
    page.get_by_role("link", name="Write an e-mail").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=COPY)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Copied.")).to_be_visible()
    assert "and I live in Holyoke" in clipboard(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="The text")).to_be_visible()
    looks_at(page, "write-closed")


def test_where_copying_is_forbidden_the_text_is_marked(new_page, everything):
    page = new_page(390)
    asks_to_be_called(page, everything)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
    page.get_by_role("button", name=COPY).click()
    expect(page.get_by_text("Now copy the text that is marked.")).to_be_visible()
    assert "Representative Pat Duffy" in page.evaluate("getSelection().toString()")


def test_without_a_script_the_text_is_there_to_select(new_page, everything):
    page = new_page(390, java_script_enabled=False)
    asks_to_be_called(page, everything)
    expect(page.get_by_role("button", name=COPY)).to_have_count(0)
    page.locator("summary", has_text="The text").click()
    expect(page.get_by_role("textbox", name="The text")).to_contain_text("Representative Pat Duffy")


def test_a_long_script_is_copied_first(new_page, everything, session, looks_at):
    change_campaign(session, script="We ask [Representative] to act. " * 300)
    page = new_page(390)
    asks_to_be_called(page, everything)
    expect(page.get_by_role("textbox", name="The text")).to_be_visible()
    assert "body=" not in page.get_by_role("link", name="Write an e-mail").get_attribute("href")
    looks_at(page, "write-long")


def test_the_page_with_a_code_and_the_page_of_a_call_offer_it_too(new_page, everything, looks_at):
    page = new_page(390)
    asks_to_be_called(page, everything)
    page.get_by_role("button", name="Leave a message now").click()
    page_says(page, "ring")
    expect(page.get_by_role("button", name=COPY)).to_be_visible()
    looks_at(page, "write-call")
    page.goto(everything.web_url)
    page.get_by_label("Your city or town").fill("Holyoke")
    page.get_by_role("button", name="Dial our number instead").click()
    expect(page.get_by_role("button", name=COPY)).to_be_visible()
    looks_at(page, "write-dial")
