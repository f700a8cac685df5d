"""A night watch by keyboard: a budget is given, everything is stopped and goes on; supporters can call meanwhile."""

from datetime import timedelta
from decimal import Decimal

import pytest
from playwright.sync_api import expect

from app.clock import eastern_day, utc_now
from app.limits.holds.change import Held, hold
from app.limits.holds.restored import hold_restored
from models import Span, Spending, WhyHeld
from tests.browser.conftest import EMAIL, PASSWORD
from tests.world.one_unit import kept
from tests.world.people.browsing import has_signed_in
from tests.world.people.keyboard import presses, types


@pytest.fixture
def much_was_spent(session, campaign):
    """A month of calls."""
    today = eastern_day(utc_now())
    for whose in (0, campaign):
        for ago in range(9):
            row = {"since": today - timedelta(days=ago), "calls": 12 + 7 * ago, "estimated": Decimal("0.31")}
            session.add(Spending(campaign_id=whose, span=Span.DAY, spent=Decimal("4.1") + ago, **row))
        month = {"since": today.replace(day=1), "calls": 300, "estimated": Decimal("2.79")}
        session.add(Spending(campaign_id=whose, span=Span.MONTH, spent=Decimal("72.9"), **month))
    session.commit()


@pytest.fixture
def organizer(new_page, everything):
    def organizer(path, width=1280):
        page = new_page(width)
        has_signed_in(page, everything, EMAIL, PASSWORD)
        page.goto(f"{everything.web_url}/organizers/{path}")
        return page

    return organizer


@pytest.mark.usefixtures("much_was_spent")
def test_a_budget_is_given_by_keyboard(organizer, campaign, looks_at):
    page = organizer(f"campaigns/{campaign}/money")
    looks_at(page, "money")
    types(page, "Dollars a day", "5 €")
    presses(page, "Save")
    expect(page.get_by_role("alert")).to_contain_text("Give it in US dollars")
    looks_at(page, "money-wrong")
    types(page, "Dollars a day", "8")
    presses(page, "Save")
    expect(page.get_by_role("status")).to_contain_text("Saved")
    expect(page.get_by_text("51 % of $8.00")).to_be_visible()


@pytest.mark.usefixtures("much_was_spent")
def test_everything_is_stopped_and_goes_on_and_supporters_can_call(
    organizer, new_page, everything, session, campaign, looks_at
):
    odd = "6 of 11 calls within an hour were over within 10 seconds at the office."
    kept(session, lambda work: hold(work.session, Held(campaign, WhyHeld.SHORT_TALKS), odd, utc_now()))
    page = organizer("safety")
    looks_at(page, "something-odd")
    presses(page, "Let it go on")
    expect(page.get_by_role("status")).to_contain_text("It goes on")
    presses(page, "Switch safe mode on")
    looks_at(page, "safe-mode")
    supporter = new_page(390)
    supporter.goto(f"{everything.web_url}/c/safe-communities")
    looks_at(supporter, "a-campaign-in-safe-mode")
    types(supporter, "Your city or town in Massachusetts", "Holyoke")
    supporter.keyboard.press("Enter")
    supporter.wait_for_url("**/own/**")
    expect(supporter.locator(".big-number").first).to_be_visible()
    presses(page, "Switch safe mode off")
    expect(page.get_by_role("heading", name="Safe mode is off")).to_be_visible()


def test_a_restored_server_says_why_it_rings_nobody_until_an_admin_has_looked(organizer, session, looks_at):
    kept(session, lambda work: hold_restored(work.session, "2026-11-29 03:00:07 UTC", utc_now()))
    page = organizer("safety")
    expect(page.get_by_text("a backup of 2026-11-29 03:00:07 UTC")).not_to_have_count(0)
    looks_at(page, "restored")
    looks_at(organizer("safety", width=390), "restored-on-a-phone")
    presses(page, "I have looked: ring again")
    expect(page.get_by_role("heading", name="Restored: nobody is rung")).to_have_count(0)
