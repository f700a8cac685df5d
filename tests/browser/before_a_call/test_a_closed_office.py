"""An office is closed, in a real browser: be rung when it opens, be reminded, cancel; or dial with a code instead."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from app.one_process import Arrangement, running
from app.telephony.local_network import AttendedClock
from tests.world.campaign.campaigns import CAMPAIGN_NUMBER
from tests.world.people.browsing import asks_to_be_called, hears, page_says, presses
from tests.world.time.wall_clock import WallClock


@pytest.fixture
def clock():
    return WallClock("2026-10-31 14:00")  # a Saturday; the clocks go back that night


@pytest.fixture
def everything(settings, campaign, clock):
    """The whole product, where offices have hours and a test says what time it is."""
    how = Arrangement(
        numbers=(CAMPAIGN_NUMBER,), network_clock=AttendedClock(), patience=20, always_open=False, clock=clock
    )
    with running(settings, how) as everything:
        yield everything


def test_ring_me_when_they_open_is_confirmed_reminded_and_canceled(new_page, everything, clock, looks_at):
    page = new_page(320)
    asks_to_be_called(page, everything)
    expect(page.get_by_role("heading", name="The office is closed now")).to_be_visible()
    looks_at(page, "closed")
    page.get_by_role("button", name="Ring me when they open").click()
    page_says(page, "We ring you on Monday, November 2, at 9:00 AM.")
    looks_at(page, "scheduled")
    clock.reads("2026-11-02 08:47")
    page.reload()
    page_says(page, "We ring you in 13 minutes.")
    looks_at(page, "reminded")
    page.get_by_role("button", name="Cancel the call").click()
    page_says(page, "You canceled the call")
    looks_at(page, "canceled")
    clock.reads("2099-01-01 10:00")
    page.reload()
    expect(page.get_by_role("heading", name="This page is closed")).to_be_visible()
    looks_at(page, "page-closed")
    page.get_by_role("link", name="To the campaign").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Your phone number")).to_be_visible()


def test_the_reminder_counts_down_without_a_reload(new_page, everything, clock):
    page = new_page()
    asks_to_be_called(page, everything)
    page.get_by_role("button", name="Ring me when they open").click()
    page_says(page, "We ring you on Monday")
    clock.reads("2026-11-02 08:47")
    page_says(page, "We ring you in 13 minutes.")


def test_at_night_only_the_morning_and_the_hotline_are_offered(new_page, everything, clock, looks_at):
    clock.reads("2026-10-31 22:00")
    page = new_page(390)
    asks_to_be_called(page, everything)
    expect(page.get_by_text("At this hour we ring nobody")).to_be_visible()
    expect(page.get_by_role("button", name="Leave a message now")).to_have_count(0)
    looks_at(page, "night")


def test_without_javascript_a_time_is_agreed_on_and_canceled(new_page, everything):
    page = new_page(java_script_enabled=False)
    asks_to_be_called(page, everything)
    page.get_by_role("button", name="Ring me when they open").click()
    page_says(page, "We ring you on Monday")
    page.get_by_role("button", name="Cancel the call").click()
    page_says(page, "You canceled the call")


def test_the_code_is_keyed_on_a_phone_and_the_page_follows_that_call(new_page, everything, clock, looks_at):
    clock.reads("2026-11-02 10:00")
    page = new_page(320)
    page.goto(everything.web_url)
    page.get_by_label("Your city or town in Massachusetts").fill("Holyoke")
    page.get_by_role("button", name="Dial our number instead").click()
    page_says(page, "Waiting for your call")
    looks_at(page, "dial")
    code = page.locator("strong.big-number").inner_text().replace(" ", "")
    phones = new_page()
    phones.goto(everything.network_url)
    phones.get_by_test_id("dial").click()
    hears(phones, "supporter", "For English, press 1")
    presses(phones, "supporter", "1")
    hears(phones, "supporter", "If you have a code")
    for key in f"{code}#":
        presses(phones, "supporter", key)
    page_says(page, "We are reading you the script")
    expect(page.get_by_role("heading", name="Your call to Representative Pat Duffy")).to_be_visible()
    looks_at(page, "followed")


def test_whoever_has_no_code_left_is_told_our_number_all_the_same(new_page, everything, looks_at):
    own = everything.app.extensions["ringdown"]
    few = own.settings.model_copy(update={"visitor_codes": 1})
    everything.app.extensions["ringdown"] = replace(own, settings=few)
    page = new_page(390)
    for told in ("Waiting for your call", None):
        page.goto(everything.web_url)
        page.get_by_label("Your city or town in Massachusetts").fill("Holyoke")
        page.get_by_role("button", name="Dial our number instead").click()
        if told:
            page_says(page, told)
    expect(page.get_by_text("Key your ZIP code, or say your town.")).to_be_visible()
    looks_at(page, "dial-without-code")


def test_a_code_that_is_over_says_so_and_leads_back(new_page, everything, clock, looks_at):
    page = new_page(390)
    page.goto(everything.web_url)
    page.get_by_label("Your city or town in Massachusetts").fill("Holyoke")
    page.get_by_role("button", name="Dial our number instead").click()
    page_says(page, "Waiting for your call")
    clock.reads("2026-10-31 14:31")
    page_says(page, "This code is no longer good")
    looks_at(page, "code-over")
    page.get_by_role("button", name="Start again").click()
    expect(page.get_by_label("Your phone number")).to_be_visible()
    expect(page.get_by_label("Your city or town in Massachusetts")).to_have_value("Holyoke")
