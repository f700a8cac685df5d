"""A team comes together in a real browser, by keyboard: its first admin, those they invite, and what each may do."""

import pytest
from playwright.sync_api import Page, expect

from app.clock import utc_now
from app.one_process import Arrangement, running
from app.team.invitations.first_admin import first_admin_key
from tests.world.campaign.campaigns import CAMPAIGN_NUMBER
from tests.world.people.keyboard import chooses, presses, reaches, ticks, types

ADMIN, ORGANIZER, VIEWER = "ana@example.org", "bo@example.org", "cy@example.org"
PASSWORD = "tide lantern oboe gravel"
CAMPAIGN = "the Safe Communities Act"


@pytest.fixture
def everything(settings, campaign):
    """The whole product, which nobody runs yet."""
    with running(settings, Arrangement(numbers=(CAMPAIGN_NUMBER,))) as everything:
        yield everything


@pytest.fixture
def first_link(everything, session):
    """What the server printed when it started."""
    key = first_admin_key(session, utc_now())
    session.commit()
    return f"{everything.web_url}/join/{key}"


@pytest.fixture
def invitation(everything):
    """Makes a link on the team's page, with the keyboard alone."""

    def invitation(admin: Page, email: str, role: str) -> str:
        admin.goto(f"{everything.web_url}/organizers/team")
        types(admin, "Their e-mail address", email)
        chooses(admin, role)
        ticks(admin, CAMPAIGN)
        presses(admin, "Invite")
        expect(admin.get_by_role("heading", level=1)).to_contain_text("Pass this link on")
        return admin.get_by_label("The link").input_value()

    return invitation


def joins(page: Page, link: str, email: str = "") -> None:
    """Open the link, give an address where it asks for one, choose a password."""
    page.goto(link)
    if email:
        types(page, "Your e-mail address", email)
    types(page, "A password for you", PASSWORD)
    presses(page, "Join")
    expect(page.get_by_role("heading", level=1)).to_have_text("Calls")


def may(page: Page, url: str) -> int:
    """What an address answers that they type."""
    answer = page.goto(url)
    assert answer
    return answer.status


def test_a_team_comes_together(new_page, everything, first_link, invitation, campaign, looks_at):
    ana, bo, cy = new_page(), new_page(390), new_page(320)
    ana.goto(f"{everything.web_url}/organizers/calls")
    expect(ana.get_by_role("heading", level=1)).to_have_text("Nobody runs this server yet")
    looks_at(ana, "no admin")
    joins(ana, first_link, ADMIN)
    for page, email, role in ((bo, ORGANIZER, "Organizer"), (cy, VIEWER, "Viewer")):
        link = invitation(ana, email, role)
        looks_at(ana, f"link for {role}")
        joins(page, link)
    pages = [f"{everything.web_url}/organizers/{path}" for path in ("calls", f"campaigns/{campaign}/whom", "team")]
    assert [[may(page, url) for url in pages] for page in (ana, bo, cy)] == [
        [200, 200, 200],
        [200, 200, 403],
        [200, 403, 403],
    ]
    expect(cy.get_by_role("heading", level=1)).to_have_text("This is for admins")
    looks_at(ana, "team")


def test_the_last_admin_stays_and_who_is_removed_is_out(new_page, everything, first_link, invitation, looks_at):
    ana, bo = new_page(), new_page(390)
    joins(ana, first_link, ADMIN)
    joins(bo, invitation(ana, ORGANIZER, "Organizer"))
    ana.goto(f"{everything.web_url}/organizers/team")
    reaches(ana, ana.get_by_role("link", name=ADMIN).last)
    ana.keyboard.press("Enter")
    chooses(ana, "Viewer")
    presses(ana, "Save")
    expect(ana.get_by_role("alert")).to_contain_text("You are the last admin")
    looks_at(ana, "last admin")
    ana.goto(f"{everything.web_url}/organizers/team")
    reaches(ana, ana.get_by_role("link", name=ORGANIZER))
    ana.keyboard.press("Enter")
    reaches(ana, ana.locator("summary"))
    ana.keyboard.press("Enter")
    presses(ana, "Yes, remove them now")
    expect(ana.get_by_text("They are out of the team")).to_be_visible()
    bo.reload()
    expect(bo.get_by_role("heading", level=1)).to_have_text("Sign in")


def test_a_link_says_what_it_is_good_for(new_page, everything, first_link, invitation, looks_at):
    ana, bo = new_page(), new_page(320)
    joins(ana, first_link, ADMIN)
    link = invitation(ana, "", "Viewer")
    ana.goto(link)
    expect(ana.get_by_role("heading", level=1)).to_have_text("You are in the team already")
    looks_at(ana, "in the team already")
    bo.goto(link)
    presses(bo, "Join")
    expect(bo.get_by_role("alert")).to_contain_text("You have not joined yet")
    looks_at(bo, "not joined")
    joins(bo, link, ORGANIZER)
    bo.context.clear_cookies()
    bo.goto(link)
    expect(bo.get_by_role("heading", level=1)).to_have_text("This link was used already")
    looks_at(bo, "used link")


def test_a_link_is_copied_by_a_button(new_page, everything, first_link, invitation):
    ana = new_page()
    joins(ana, first_link, ADMIN)
    link = invitation(ana, "", "Viewer")
    ana.context.grant_permissions(["clipboard-read", "clipboard-write"])
    presses(ana, "Copy it")
    expect(ana.get_by_text("Copied.")).to_be_visible()
    assert ana.evaluate("navigator.clipboard.readText()") == link


def test_a_password_is_shown_to_whoever_wants_to_see_it(new_page, first_link):
    page = new_page()
    page.goto(first_link)
    types(page, "A password for you", PASSWORD)
    expect(page.get_by_label("A password for you")).to_have_attribute("type", "password")
    ticks(page, "Show what I type")
    expect(page.get_by_label("A password for you")).to_have_attribute("type", "text")
