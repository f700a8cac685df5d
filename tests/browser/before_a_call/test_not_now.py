"""A phone that is not rung just now, in a real browser: by day where it lies, and once more after rings in vain."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect
from sqlalchemy import select, update

from app.guard.phone_vault import PHONE
from app.one_process import Arrangement, running
from app.telephony.local_network import AttendedClock
from models import Call, CallStatus, NumberRung
from tests.world.campaign.campaigns import CAMPAIGN_NUMBER
from tests.world.people.browsing import page_says
from tests.world.time.wall_clock import WallClock


@pytest.fixture
def clock():
    return WallClock("2026-11-02 09:05")  # 4:05 in Honolulu


@pytest.fixture
def everything(settings, campaign, clock):
    """The whole product, where offices and supporters have hours."""
    how = Arrangement(
        numbers=(CAMPAIGN_NUMBER,), network_clock=AttendedClock(), patience=20, always_open=False, clock=clock
    )
    with running(settings, how) as everything:
        yield everything


def asks(page, everything, phone):
    page.goto(everything.web_url)
    page.get_by_label("Your phone number").fill(phone)
    page.get_by_label("Your city or town in Massachusetts").fill("Holyoke")
    page.get_by_role("checkbox", name="Please call me").check()
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Call me now").press("Enter")


def test_a_number_of_honolulu_is_rung_by_day_by_keyboard(new_page, everything, looks_at):
    page = new_page(320)
    asks(page, everything, "808 555 0123")
    expect(page.get_by_role("heading", name="We ring this phone by day")).to_be_visible()
    looks_at(page, "by-day")
    page.get_by_role("button", name="Ring me on Monday, November 2, at 1:00 PM").press("Enter")
    page_says(page, "We ring you on Monday, November 2, at 1:00 PM.")


def test_after_two_rings_in_vain_it_is_asked_why_and_rings_once_more(new_page, everything, session, clock, looks_at):
    page = new_page(390)
    asks(page, everything, "617 555 0123")
    page_says(page, "Your phone is ringing")
    vault, number = everything.app.extensions["ringdown"].vault, "+16175550123"
    session.execute(update(Call).values(status=CallStatus.NO_ANSWER, ended_at=clock()))
    session.execute(update(NumberRung).values(in_vain=2, rang=[clock() - timedelta(hours=2)] * 2))
    session.commit()
    assert session.scalars(select(NumberRung.phone_hash)).all() == [vault.fingerprint(number, purpose=PHONE)]
    asks(page, everything, number)
    expect(page.get_by_role("heading", name="Did your phone not ring?")).to_be_visible()
    looks_at(page, "in-vain")
    page.get_by_role("button", name="My phone rings now: call me").press("Enter")
    page.wait_for_url("**/call/**")
