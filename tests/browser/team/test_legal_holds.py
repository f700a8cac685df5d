"""A campaign is held for a court, prolonged and let go, by keyboard, on a phone and in the dark too."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect
from sqlalchemy import update

from app.calls.life.notes import sealed_note
from app.calls.life.status import move_call
from app.clock import eastern_day, utc_now
from app.extensions import given
from models import Call, CallStatus, EventSource, Feedback, ReportedOutcome, ReportSource
from tests.browser.conftest import EMAIL, PASSWORD
from tests.world.calls import a_call
from tests.world.people.browsing import has_signed_in
from tests.world.people.keyboard import fills, presses

A_DAY = timedelta(days=1)


@pytest.fixture
def noted(session, campaign):
    """A call of long ago, with a note; returns the note's id."""

    def noted():
        own = given()
        call = a_call(session, own, campaign)
        move_call(session, call.id, CallStatus.CANCELED, source=EventSource.PAGE)
        note = sealed_note(own.vault, "They were kind.", "page")
        told = {"source": ReportSource.PAGE, "outcome": ReportedOutcome.CONTACT, "note_sealed": note}
        kept = Feedback(called_office_id=call.offices[0].id, created_at=utc_now() - 95 * A_DAY, **told)
        session.add(kept)
        session.execute(update(Call).values(created_at=utc_now() - 95 * A_DAY, ended_at=utc_now() - 95 * A_DAY))
        session.commit()
        return kept.id

    return noted


@pytest.mark.parametrize("width", [390])
def test_a_campaign_is_held_and_its_pages_say_so(new_page, everything, looks_at, noted, width):
    page = new_page(width)
    has_signed_in(page, everything, EMAIL, PASSWORD)
    page.goto(f"{everything.web_url}/organizers/legal-holds")
    looks_at(page, "legal-holds")
    presses(page, "Hold it")
    expect(page.get_by_role("alert")).to_contain_text("Nothing is held yet")
    looks_at(page, "legal-hold-wrong")
    page.get_by_label("Which campaign’s calls?").select_option(index=1)
    fills(page, page.get_by_label("Who asks for them"), "Subpoena of May 3, Suffolk Superior Court")
    page.get_by_label("Until the end of which day?").fill(str(eastern_day(utc_now()) + 100 * A_DAY))
    presses(page, "Hold it")
    expect(page.get_by_role("status")).to_contain_text("It is held")
    page.get_by_role("link", name="Prolong or end it").click()
    expect(page.get_by_role("complementary", name="Legal hold")).to_have_count(0)
    looks_at(page, "legal-hold")
    page.goto(f"{everything.web_url}/organizers/calls")
    expect(page.get_by_role("complementary", name="Legal hold")).to_be_visible()
    looks_at(page, "legal-hold-log")
    page.goto(f"{everything.web_url}/organizers/notes/{noted()}/redact")
    expect(page.get_by_role("heading", name="No words are taken out now")).to_be_visible()
    looks_at(page, "legal-hold-note")
    page.goto(f"{everything.web_url}/organizers/calls")
    page.get_by_role("link", name="See the hold").click()
    page.get_by_role("link", name="End it …").click()
    expect(page.get_by_role("definition").first).to_have_text("1")
    looks_at(page, "legal-hold-end")
    presses(page, "End it now")
    expect(page.get_by_role("alert")).to_contain_text("It is not ended yet")
    looks_at(page, "legal-hold-not-sure")
    page.goto(f"{everything.web_url}/privacy/forget")
    expect(page.get_by_text("Kept by law for now")).to_be_visible()
    looks_at(page, "legal-hold-forget")
    page.goto(f"{everything.web_url}/privacy")
    looks_at(page, "legal-hold-privacy")
    page.goto(f"{everything.web_url}/organizers/legal-holds")
    page.get_by_role("link", name="Prolong or end it").click()
    page.get_by_role("link", name="End it …").click()
    page.get_by_label("Nobody is owed these calls any more.").check()
    presses(page, "End it now")
    expect(page.get_by_role("status")).to_contain_text("Ended.")
