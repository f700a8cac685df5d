"""A number is blocked, found and given back by keyboard, on a phone and in the dark too."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from app.clock import eastern_day, utc_now
from app.extensions import given
from app.guard.phone_vault import DO_NOT_CALL
from models import DoNotCall, HowBlocked
from tests.browser.conftest import EMAIL, PASSWORD
from tests.world.people.browsing import has_signed_in
from tests.world.people.keyboard import fills, presses, reaches, ticks, types

TYPED, E164 = "617 555 0142", "+16175550142"


@pytest.fixture
def pressed_9(session, everything):
    """Some people did, one of them on the phone that is asked about."""
    for nth in range(8):
        phone, ago = (E164 if nth == 0 else f"+1617555015{nth}"), timedelta(days=9 * nth, minutes=5)
        mark = given().vault.fingerprint(phone, purpose=DO_NOT_CALL)
        how = (HowBlocked.KEY_9, HowBlocked.PAGE, HowBlocked.IN_WRITING)[nth % 3]
        session.add(DoNotCall(phone_hash=mark, how=how, asked_at=utc_now() - ago))
    session.commit()


def opens(page, what):
    """Open what is folded up."""
    it = page.locator("summary", has_text=what)
    reaches(page, it)
    page.keyboard.press("Enter")


@pytest.mark.usefixtures("pressed_9")
def test_a_number_is_found_and_given_back_only_for_a_request_in_writing(new_page, everything, looks_at):
    page = new_page(390)
    has_signed_in(page, everything, EMAIL, PASSWORD)
    page.goto(f"{everything.web_url}/organizers/blocked")
    looks_at(page, "blocked")
    types(page, "The number", TYPED)
    presses(page, "Look it up")
    expect(page.get_by_role("heading", name="(617) 555-0142 is blocked")).to_be_visible()
    opens(page, "Give it back")
    fills(page, page.get_by_label("Why may it be called again?"), "His letter: he pressed 9 by mistake")
    presses(page, "Give it back")
    expect(page.get_by_role("alert")).to_contain_text("Enter the day")
    looks_at(page, "give-back-wrong")
    page.get_by_label("Their request is of which day?").fill(str(eastern_day(utc_now())))
    ticks(page, "I have it in writing")
    presses(page, "Give it back")
    expect(page.get_by_role("status")).to_contain_text("It may be called again")
    types(page, "The number", TYPED)
    presses(page, "Look it up")
    fills(page, page.get_by_label("How were you asked?"), "Her letter of this week")
    looks_at(page, "not-blocked")
    presses(page, "Block it for good")
    expect(page.get_by_role("status")).to_contain_text("Nobody is rung there")
    assert "0142" not in page.url
