"""Very many people, in a real browser: a page that tries again by itself, a choice, a place to keep."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import requests
from playwright.sync_api import expect

from app.calls.queue.claim import rest_line
from app.one_process import Arrangement, running
from app.serving.lanes import PAGE_THREADS, PATIENCE
from app.telephony.local_network import AttendedClock
from tests.world.calls import office_of
from tests.world.campaign.campaigns import CAMPAIGN_NUMBER
from tests.world.patience import PATIENCE as NEVER
from tests.world.people.browsing import asks_to_be_called, page_says
from tests.world.time.held_clock import HeldClock
from tests.world.time.wall_clock import WallClock

A_MOMENT = 0.5  # seconds: by then a request that was sent has arrived


@pytest.fixture
def clock():
    return WallClock("2026-10-30 13:00")


@pytest.fixture
def held_clock(clock):
    return HeldClock(clock)


@pytest.fixture
def everything(settings, campaign, held_clock):
    how = Arrangement(
        numbers=(CAMPAIGN_NUMBER,), network_clock=AttendedClock(), patience=20, always_open=False, clock=held_clock
    )
    with running(settings, how) as everything:
        yield everything


@pytest.fixture
def line_rests(session, clock):
    """The office's line is left in peace for so many minutes."""

    def line_rests(minutes):
        rest_line(session, office_of(session).number, clock.now, timedelta(minutes=minutes))
        session.commit()

    return line_rests


@pytest.fixture
def all_pages_hang(everything, held_clock):
    """Every thread of the pages waits, for as long as a page has to wait to be told."""

    def all_pages_hang(meanwhile):
        with ThreadPoolExecutor(PAGE_THREADS) as others, held_clock.held():
            for _ in range(PAGE_THREADS):
                others.submit(requests.get, everything.web_url + "/c/safe-communities", timeout=NEVER)
            held_clock.wait_until_they_wait(PAGE_THREADS)
            meanwhile()
            time.sleep(PATIENCE + A_MOMENT)

    return all_pages_hang


def test_a_click_that_could_not_be_begun_is_sent_again_by_itself(new_page, everything, all_pages_hang, looks_at):
    page = new_page(390)
    page.clock.install()
    page.goto(everything.web_url)
    page.get_by_label("Your phone number").fill("(617) 555-0123")
    page.get_by_label("Your city or town in Massachusetts").fill("Holyoke")
    page.locator("#consent").check()
    press = page.get_by_role("button", name="Call me now")

    def presses():
        with page.expect_request("**/call"):
            press.evaluate("button => { setTimeout(() => button.click()); }")

    all_pages_hang(presses)
    expect(page.get_by_role("heading", name="Very many people are here just now")).to_be_visible()
    looks_at(page, "too-many")
    page.clock.run_for(11_000)
    expect(page.get_by_role("heading", name="Your call to Representative Pat Duffy")).to_be_visible()
    page.close()  # its clock is not that of the next test


def test_whoever_would_wait_for_long_chooses_a_time(new_page, everything, line_rests, looks_at):
    line_rests(30)
    page = new_page(320, "dark")
    asks_to_be_called(page, everything)
    expect(page.get_by_role("heading", name="Very many people are calling now")).to_be_visible()
    looks_at(page, "long-wait")
    page.get_by_role("button", name="Ring me on Friday, October 30, at 4:00 PM").click()
    page_says(page, "We ring you on Friday, October 30, at 4:00 PM.")


def test_after_ten_minutes_a_place_is_kept_by_one_button(new_page, everything, line_rests, clock, looks_at):
    line_rests(9)
    page = new_page()
    asks_to_be_called(page, everything)
    page_says(page, "We try it again in about 9 minutes")
    clock.reads("2026-10-30 13:10")
    line_rests(5)
    page.reload()
    page_says(page, "Shall we keep your place, and ring you later?")
    looks_at(page, "keep-my-place")
    page.get_by_role("button", name="Keep my place").click()
    page_says(page, "We try it again in about 5 minutes")
