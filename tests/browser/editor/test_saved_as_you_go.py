"""What is typed in the editor is saved as one goes: with a clash, a mistake, a lost line and a session that ended."""

from datetime import timedelta
from functools import partial

import pytest
from playwright.sync_api import expect
from sqlalchemy import update

from app.campaigns.editions.prepared import prepared_edition
from app.clock import utc_now
from models import OrganizerSession
from tests.browser.conftest import PASSWORD
from tests.world.campaign.campaigns import prepares_fields

HEADLINE = ("english", "headline")
TWO_DAYS = timedelta(days=2)


@pytest.fixture
def words(opens_of_campaign):
    """Opens the words as an organizer who has signed in."""
    return partial(opens_of_campaign, "Words")


@pytest.fixture
def prepared(session, campaign):
    """Tells what is prepared now."""

    def prepared():
        session.rollback()
        return prepared_edition(session, campaign).content

    return prepared


def says(page, sentence):
    expect(page.locator("[data-saved]")).to_contain_text(sentence)


def headline(page):
    return page.get_by_label("Headline")


def test_it_is_saved_a_moment_after_typing_stops_and_shown(words, prepared):
    page = words()
    headline(page).fill("Call for clean water")
    says(page, "Saved.")
    assert prepared().english.headline == "Call for clean water"
    expect(page.locator("#preview")).to_contain_text("Call for clean water")
    expect(page.locator("#unpublished")).to_contain_text("1 change is prepared")
    headline(page).fill("Call for clean water, today")
    expect(page.locator("#preview")).to_contain_text("today")
    assert page.locator("[aria-invalid]").count() == 0


def test_another_field_that_somebody_changed_meanwhile_stays_theirs(words, prepared, session, campaign):
    page = words()
    prepares_fields(session, campaign, {HEADLINE: "Theirs"})
    session.commit()
    page.get_by_label("Your group").first.fill("Ours")
    says(page, "Saved.")
    expect(headline(page)).to_have_value("Theirs")
    page.get_by_label("Your group").first.fill("All of us")
    expect(page.locator("#preview")).to_contain_text("All of us")
    assert (prepared().group, prepared().english.headline) == ("All of us", "Theirs")


def test_of_two_in_one_text_the_second_is_shown_both(words, prepared, session, campaign):
    page = words()
    prepares_fields(session, campaign, {HEADLINE: "Theirs"})
    session.commit()
    headline(page).fill("Mine")
    says(page, "Somebody else changed the same.")
    expect(page.locator(".stands")).to_contain_text("What stands there now: Theirs")
    expect(page.locator(".stands")).to_be_in_viewport()
    assert prepared().english.headline == "Theirs"
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status").filter(has_text="Saved. Calls go by it")).to_be_visible()
    assert prepared().english.headline == "Mine"


def test_what_is_wrong_is_marked_until_it_is_mended(words, prepared):
    page = words()
    headline(page).fill("")
    says(page, "Not saved yet: see what is marked.")
    expect(page.locator("#headline-error")).to_have_text("Headline: write something here.")
    headline(page).fill("Call")
    says(page, "Saved.")
    expect(page.locator("#headline-error")).to_have_count(0)


def test_whoever_goes_on_by_a_link_takes_everything_along(words, prepared):
    page = words()
    headline(page).fill("Typed in haste")
    page.get_by_role("link", name="publish", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("ublish")
    assert prepared().english.headline == "Typed in haste"


def test_a_session_that_ended_while_one_typed_loses_nothing(words, prepared, session):
    page = words()
    session.execute(update(OrganizerSession).values(seen_at=utc_now() - TWO_DAYS))
    session.commit()
    headline(page).fill("Typed for hours")
    says(page, "you were signed out")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in, and go on").click()
    says(page, "Saved.")
    expect(headline(page)).to_have_value("Typed for hours")
    assert prepared().english.headline == "Typed for hours"


def test_while_the_server_is_away_it_goes_on_trying(words, prepared):
    page = words()
    page.route("**/words*", lambda route: route.fulfill(status=503))
    headline(page).fill("Typed in a tunnel")
    says(page, "the server cannot be reached")
    page.unroute("**/words*")
    headline(page).press("End")
    headline(page).press_sequentially("!")
    says(page, "Saved.")
    assert prepared().english.headline == "Typed in a tunnel!"


def test_without_javascript_there_is_a_button(words, prepared):
    page = words(java_script_enabled=False)
    headline(page).fill("By hand")
    page.get_by_role("button", name="Save").press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("Saved.")
    assert prepared().english.headline == "By hand"
