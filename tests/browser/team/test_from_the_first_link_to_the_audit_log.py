"""A team's first day in a real browser, by keyboard, on a server that sends mail and wants admins to be careful."""

import re

import pytest
from playwright.sync_api import Page, expect
from pydantic import SecretStr

from app.clock import utc_now
from app.one_process import Arrangement, running
from app.team.invitations.first_admin import first_admin_key
from tests.world.campaign.campaigns import CAMPAIGN_NUMBER
from tests.world.mail.server import mail_server
from tests.world.patience import eventually
from tests.world.people.authenticator import AuthenticatorApp
from tests.world.people.keyboard import chooses, follows, presses, ticks, types

ADMIN, ORGANIZER, VIEWER = "ana@example.org", "bo@example.org", "cy@example.org"
PASSWORD, NEW_PASSWORD = "tide lantern oboe gravel", "tractor lemon window nine"
CAMPAIGN = "the Safe Communities Act"
LINK = re.compile(r"https?://\S+")
TYPED = ("calls", "audit", "campaigns/{campaign}/whom", "team", "mail", "account/sessions")


@pytest.fixture
def mails():
    """A mail server of this computer."""
    with mail_server() as server:
        yield server


@pytest.fixture
def everything(settings, campaign, mails):
    """The whole product, which nobody runs yet."""
    mail = SecretStr(f"smtp://127.0.0.1:{mails.port}")
    strict = settings.model_copy(update={"smtp_url": mail, "admins_need_second_factor": True})
    with running(strict, Arrangement(numbers=(CAMPAIGN_NUMBER,))) as everything:
        yield everything


@pytest.fixture
def opens(everything):
    """What an address answers that somebody types."""

    def opens(page: Page, path: str) -> int:
        answer = page.goto(f"{everything.web_url}/{path}")
        assert answer
        return answer.status

    return opens


@pytest.fixture
def first_link(session):
    """Where what the server printed when it started leads."""
    key = first_admin_key(session, utc_now())
    session.commit()
    return f"join/{key}"


@pytest.fixture
def newest_link(mails):
    """Where the newest mail to somebody leads."""

    def newest_link(email: str) -> str:
        assert eventually(lambda: [mail for mail in mails.mails if mail["To"] == email])
        newest = [mail for mail in mails.mails if mail["To"] == email][-1]
        return LINK.search(newest.get_content())[0].split("/", 3)[3]

    return newest_link


def title_of(page: Page):
    return expect(page.get_by_role("heading", level=1))


def joins(page: Page) -> None:
    """Choose a password on the page that a link led to."""
    types(page, "A password for you", PASSWORD)
    presses(page, "Join")


def sets_up_an_app(page: Page) -> AuthenticatorApp:
    """From the page to which an admin without a second factor is led."""
    follows(page, "Set up an app")
    phone = AuthenticatorApp(page.locator(".secret").text_content(), utc_now)
    types(page, "Code", phone.code_before())  # each counts once, and another is typed soon
    presses(page, "Use this app")
    expect(page.get_by_role("status")).to_contain_text("we ask for a code")
    return phone


def invites(page: Page, email: str, role: str) -> None:
    """On the team's page."""
    types(page, "Their e-mail address", email)
    chooses(page, role)
    ticks(page, CAMPAIGN)
    presses(page, "Invite")
    expect(page.get_by_role("status")).to_be_visible()


def signs_in(page: Page, email: str, password: str) -> None:
    """On the page to sign in."""
    types(page, "E-mail address", email)
    types(page, "Password", password)
    presses(page, "Sign in")


@pytest.fixture
def ana(new_page, opens, first_link):
    """The first admin."""
    ana = new_page()
    opens(ana, first_link)
    types(ana, "Your e-mail address", ADMIN)
    joins(ana)
    title_of(ana).to_have_text("Second factor")
    return ana


@pytest.fixture
def joined(new_page, opens, newest_link):
    """Somebody whom the admin invited, and who joined by the mail."""

    def joined(ana: Page, email: str, role: str) -> Page:
        opens(ana, "organizers/team")
        invites(ana, email, role)
        page = new_page(390)
        opens(page, newest_link(email))
        joins(page)
        title_of(page).to_have_text("Calls")
        return page

    return joined


def test_a_team_from_the_first_link_to_the_audit_log(ana, joined, new_page, opens, newest_link, campaign, looks_at):
    # The first admin sets up a second factor, and can do nothing before.
    assert opens(ana, "organizers/team") == 200
    title_of(ana).to_have_text("Second factor")
    looks_at(ana, "first-day-led-to-a-second-factor")
    phone = sets_up_an_app(ana)
    # An organizer and a viewer join, and each may do what they should, whatever addresses they type.
    bo, cy = joined(ana, ORGANIZER, "Organizer"), joined(ana, VIEWER, "Viewer")
    typed = [f"organizers/{path.format(campaign=campaign)}" for path in TYPED]
    assert [[opens(page, path) for path in typed] for page in (ana, bo, cy)] == [
        [200, 200, 200, 200, 200, 200],
        [200, 200, 200, 403, 403, 200],
        [200, 403, 403, 403, 403, 200],
    ]
    # The admin forgets the password: a mail leads to a new one, and does not get past the second factor.
    presses(ana, "Sign out")
    title_of(ana).to_have_text("Sign in")
    follows(ana, "Forgotten your password?")
    types(ana, "E-mail address", ADMIN)
    presses(ana, "Send me a link")
    title_of(ana).to_have_text("Look at your mail")
    opens(ana, newest_link(ADMIN))
    types(ana, "New password", NEW_PASSWORD)
    presses(ana, "Take this password")
    expect(ana.get_by_role("status")).to_contain_text("Your password is changed")
    signs_in(ana, ADMIN, NEW_PASSWORD)
    title_of(ana).to_have_text("Type the code of your app")
    looks_at(ana, "first-day-code")
    types(ana, "Code", phone.code())
    presses(ana, "Sign in")
    title_of(ana).to_have_text("Calls")
    # The organizer lost a laptop, and signs out there.
    laptop = new_page()
    opens(laptop, "organizers/calls")
    signs_in(laptop, ORGANIZER, PASSWORD)
    title_of(laptop).to_have_text("Calls")
    opens(bo, "organizers/account/sessions")
    looks_at(bo, "first-day-sessions")
    presses(bo, "Sign out there")
    expect(bo.get_by_role("status")).to_contain_text("Signed out there")
    assert opens(laptop, "organizers/calls") == 200
    title_of(laptop).to_have_text("Sign in")
    # The last admin stays one.
    opens(ana, "organizers/team")
    follows(ana, ADMIN)
    chooses(ana, "Viewer")
    presses(ana, "Save")
    expect(ana.get_by_role("alert")).to_contain_text("You are the last admin")
    # The audit log tells it all.
    opens(ana, "organizers/audit")
    for sentence in TOLD:
        expect(ana.locator("main")).to_contain_text(sentence)
    looks_at(ana, "first-day-audit")


TOLD = (
    f"{ADMIN} joined the team",
    f"{ADMIN} changed their own second factor",
    f"{ADMIN} invited {ORGANIZER}",
    f"{VIEWER} joined the team",
    f"{ADMIN} signed out",
    f"{ADMIN} changed their own password",
    f"{ADMIN} signed in",
    f"{ORGANIZER} ended sessions of their own",
)
