"""Two offices in one call, as a supporter and an organizer see it in a real browser."""

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from models import Feedback, WhomToCall
from tests.browser.conftest import EMAIL, PASSWORD
from tests.world.campaign.campaigns import change_campaign
from tests.world.people.browsing import (
    answers,
    asks_to_be_called,
    hangs_up,
    has_signed_in,
    hears,
    page_says,
    presses,
)


@pytest.fixture
def calls_both(session, campaign):
    change_campaign(session, whom_to_call=WhomToCall.BOTH)


def test_a_call_to_the_representative_and_then_the_senator(new_page, calls_both, everything, faults_of):
    supporter, phones, organizer = new_page(390), new_page(), new_page()
    phones.goto(everything.network_url)
    asks_to_be_called(supporter, everything)
    answers(phones, "supporter")
    hears(phones, "supporter", "press 9")
    presses(phones, "supporter", "1")
    page_says(supporter, "We are reading you the script")
    hears(phones, "supporter", "Here is what you can say")
    presses(phones, "supporter", "1")
    answers(phones, "office")
    page_says(supporter, "Representative Pat Duffy")
    hangs_up(phones, "office")
    hears(phones, "supporter", "If you talked to someone, press 1")
    presses(phones, "supporter", "1")
    page_says(supporter, "Next is the office of Senator John Velis")
    expect(supporter.locator(".script .filled", has_text="Senator John Velis").first).to_be_visible()
    found = faults_of(supporter)
    hears(phones, "supporter", "Number 2 of 2: the office of Senator John Velis")
    presses(phones, "supporter", "1")
    answers(phones, "office")
    page_says(supporter, "You are connected with the office of Senator John Velis")
    hangs_up(phones, "office")
    hears(phones, "supporter", "If you left a message, press 2")
    presses(phones, "supporter", "2")
    page_says(supporter, "The call is over")
    supporter.locator(".told", has_text="Senator John Velis").get_by_label("I left a message").check()
    supporter.get_by_role("button", name="Send").click()
    expect(supporter.get_by_text("Thank you for telling us about Senator John Velis")).to_be_visible()
    found += faults_of(supporter)
    has_signed_in(organizer, everything, EMAIL, PASSWORD)
    organizer.goto(f"{everything.web_url}/organizers/calls")
    organizer.locator("tbody a").first.click()
    expect(organizer.get_by_role("heading", name="The offices, in turn")).to_be_visible()
    assert found + faults_of(organizer) == []


def test_busy_then_a_full_mailbox_at_the_district_office_then_the_senator(new_page, calls_both, everything, session):
    phones, supporter = new_page(), new_page(390)
    phones.goto(everything.network_url)
    asks_to_be_called(supporter, everything, "Adams")
    answers(phones, "supporter")
    hears(phones, "supporter", "press 9")
    presses(phones, "supporter", "1")
    hears(phones, "supporter", "Here is what you can say")
    presses(phones, "supporter", "1")
    expect(phones.get_by_test_id("office-state")).to_have_text("Ringing")
    hangs_up(phones, "office")  # declined, as by a busy line
    hears(phones, "supporter", "We'll try the other line of Representative John Barrett now")
    answers(phones, "office")
    hangs_up(phones, "office")
    hears(phones, "supporter", "If the mailbox was full, press 4")
    presses(phones, "supporter", "4")
    hears(phones, "supporter", "Number 2 of 2: the office of Senator Paul Mark")
    presses(phones, "supporter", "1")
    answers(phones, "office")
    page_says(supporter, "You are connected with the office of Senator Paul Mark")
    hangs_up(phones, "office")
    page_says(supporter, "You are back with us")
    asked = phones.get_by_test_id("supporter-captions").get_by_text("If you talked to someone, press 1")
    expect(asked).to_have_count(2)
    presses(phones, "supporter", "1")
    page_says(supporter, "The call is over")
    told = select(Feedback.outcome).order_by(Feedback.id)
    assert session.scalars(told).all() == ["mailbox-full", "contact"]


def test_the_senator_instead_of_a_vacant_seat(new_page, everything):
    page = new_page(390)
    asks_to_be_called(page, everything, "Leverett")
    page.get_by_role("button", name="Call Senator Jo Comerford instead").click()
    expect(page.get_by_role("heading", name="Your call to Senator Jo Comerford")).to_be_visible()
    expect(page.get_by_text("Nobody holds the seat of the 1st Franklin district just now")).to_be_visible()


def test_the_question_about_the_senator(new_page, calls_both, everything, faults_of):
    page = new_page(320, "dark")
    asks_to_be_called(page, everything, "Worcester")
    page.get_by_text("I would rather not say").click()
    page.get_by_label("Mary Keefe").check()
    page.get_by_role("button", name="Call me now").click()
    expect(page.get_by_role("heading", name="One question about your senator")).to_be_visible()
    assert faults_of(page) == []
    page.get_by_label("Robyn Kennedy").check()
    page.get_by_role("button", name="Call me now").click()
    expect(page.get_by_text("Senator Robyn Kennedy").first).to_be_visible()
