"""A number that one organizer set, in a real browser: it waits, all see it, and who set it cannot confirm it alone."""

import pytest
from playwright.sync_api import expect

from app.team.create import create_organizer
from models import TeamRole
from tests.browser.conftest import EMAIL, PASSWORD
from tests.world.database.own_roster import restore_offices
from tests.world.people.browsing import has_signed_in
from tests.world.people.keyboard import presses

MOORE = "/organizers/offices/25D08"


@pytest.fixture(scope="module")
def database_url(own_offices):
    return own_offices


@pytest.fixture
def settings(settings):
    return settings.model_copy(update={"new_line_minutes": 60})


@pytest.fixture(autouse=True)
def as_it_was(clean_database):
    yield
    restore_offices(clean_database)


def test_a_second_person_confirms_it(new_page, everything, session, looks_at):
    create_organizer(session, "second@example.org", PASSWORD, role=TeamRole.ORGANIZER)
    session.commit()
    page = new_page()
    has_signed_in(page, everything, EMAIL, PASSWORD)
    page.goto(f"{everything.web_url}/organizers/offices/new-lines")
    expect(page.get_by_role("heading", name="Nothing to confirm")).to_be_visible()
    looks_at(page, "new-lines-none")
    page.goto(f"{everything.web_url}{MOORE}")
    page.get_by_label("State House line").fill("617 555 0142")
    page.locator("#note").fill("The office told us")
    presses(page, "Correct the lines")
    expect(page.get_by_text("The new number is used in an hour")).to_be_visible()
    expect(page.get_by_role("button", name="It is right")).to_have_count(0)
    looks_at(page, "new-line-office")

    other = new_page()
    has_signed_in(other, everything, "second@example.org", PASSWORD)
    other.goto(f"{everything.web_url}/organizers/offices/new-lines")
    looks_at(other, "new-lines")
    other.get_by_role("button", name="It is right").press("Enter")
    expect(other.get_by_text("Confirmed. The next call takes it.")).to_be_visible()
