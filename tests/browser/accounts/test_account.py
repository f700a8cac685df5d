"""One's own account in a real browser, by keyboard: a forgotten password, another address, other devices."""

import re

import pytest
from playwright.sync_api import expect
from pydantic import SecretStr
from sqlalchemy import select

from app.team.create import create_organizer
from models import Organizer, TeamRole
from tests.browser.conftest import EMAIL, PASSWORD
from tests.world.mail.server import mail_server
from tests.world.patience import eventually
from tests.world.people.browsing import signs_in

NEW = "tractor lemon window nine"
LONG_ADDRESS = f"maria-{'de-la-' * 9}cruz@neighbors-of-western-massachusetts.example.org"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1"
PRESS = """to => {
  const form = document.querySelector('form[action="/sign-out"]');
  form.action = to;
  form.requestSubmit();
}"""
LINK = re.compile(r"https?://\S+")


@pytest.fixture
def mails():
    """A mail server of this computer."""
    with mail_server() as server:
        yield server


@pytest.fixture
def settings(settings, mails):
    """The whole product, which sends mail."""
    return settings.model_copy(update={"smtp_url": SecretStr(f"smtp://127.0.0.1:{mails.port}")})


@pytest.fixture
def account(new_page, everything):
    """Somebody's own account."""

    def account(*how, password=PASSWORD, **options):
        page = new_page(*how, **options)
        signs_in(page, everything, EMAIL, password)
        page.get_by_role("link", name=EMAIL).click()
        return page

    return account


def link_in(mails, nth=0):
    """Where the link in a mail leads."""
    assert eventually(lambda: len(mails.mails) > nth)
    return LINK.search(mails.mails[nth].get_content())[0]


def types(page, *fields):
    """Fill the fields one after the other, by keyboard alone, and press Enter."""
    for label, text in fields:
        page.get_by_label(re.compile(f"^{label}")).filter(visible=True).focus()
        page.keyboard.press("Control+a")
        page.keyboard.insert_text(text)
    page.keyboard.press("Enter")


def test_a_forgotten_password_is_another_one_by_the_link_in_a_mail(new_page, everything, mails, looks_at):
    page = new_page(390)
    page.goto(f"{everything.web_url}/sign-in")
    page.get_by_role("link", name="Forgotten your password?").press("Enter")
    looks_at(page, "forgotten")
    types(page, ("E-mail address", EMAIL))
    expect(page.get_by_role("heading", name="Look at your mail")).to_be_visible()
    looks_at(page, "look-at-your-mail")
    page.goto(link_in(mails))
    looks_at(page, "reset")
    types(page, ("New password", "password"))
    expect(page.get_by_role("alert")).to_contain_text("at least 14 characters")
    looks_at(page, "reset-refused")
    types(page, ("New password", NEW))
    expect(page.get_by_role("status")).to_contain_text("Your password is changed")
    looks_at(page, "sign-in-with-it")
    types(page, ("E-mail address", EMAIL), ("Password", NEW))
    expect(page.get_by_role("heading", name="Calls", exact=True)).to_be_visible()
    page.goto(link_in(mails))
    looks_at(page, "reset-over")


def test_another_password_is_taken_and_seen_while_it_is_typed(account, looks_at):
    page = account(390)
    looks_at(page, "account")
    page.get_by_role("link", name="Password").press("Enter")
    looks_at(page, "password")
    types(page, ("Your password until now", "wrong"), ("New password", "short"))
    expect(page.get_by_role("alert")).to_contain_text("That is not your password")
    looks_at(page, "password-refused")
    page.get_by_label("Show what I type").press("Space")
    expect(page.get_by_label("New password")).to_have_attribute("type", "text")
    types(page, ("Your password until now", PASSWORD), ("New password", NEW))
    expect(page.get_by_role("status").filter(has_text="Your password is changed")).to_be_visible()
    looks_at(page, "account-changed")


def test_another_address_is_ones_own_by_the_link_in_a_mail(account, mails, looks_at):
    page = account()
    page.get_by_role("link", name="E-mail address").press("Enter")
    looks_at(page, "address")
    types(page, ("New e-mail address", "no address"), ("Your password", PASSWORD))
    expect(page.get_by_role("alert")).to_contain_text("Write the e-mail address whole")
    types(page, ("New e-mail address", LONG_ADDRESS), ("Your password", PASSWORD))
    expect(page.get_by_role("heading", name="Look at your mail")).to_be_visible()
    looks_at(page, "address-sent")
    page.goto(link_in(mails))
    looks_at(page, "new-address")
    page.get_by_role("button", name="Yes, take this address").press("Enter")
    page.goto(link_in(mails))
    looks_at(page, "new-address-over")
    page.get_by_role("link", name="Sign in").press("Enter")
    expect(page.get_by_role("link", name=LONG_ADDRESS)).to_be_visible()
    looks_at(page, "long-address")


def test_another_device_is_signed_out_from_here(account, browser_elsewhere, looks_at):
    page = account()
    page.get_by_role("link", name="Where you are signed in").press("Enter")
    expect(page.get_by_text("This one", exact=True)).to_be_visible()
    looks_at(page, "sessions")
    page.get_by_role("button", name="Sign out there").press("Enter")
    expect(page.get_by_role("status").filter(has_text="Signed out there")).to_be_visible()
    looks_at(page, "sessions-ended")
    browser_elsewhere.reload()
    expect(browser_elsewhere.get_by_role("heading", name="Sign in")).to_be_visible()
    looks_at(browser_elsewhere, "signed-out")


@pytest.fixture
def browser_elsewhere(new_page, everything):
    """The same person on a telephone, which they lost."""
    phone = new_page(390, user_agent=IPHONE)
    signs_in(phone, everything, EMAIL, PASSWORD)
    return phone


def test_an_admin_makes_a_link_for_somebody_else(account, everything, session, looks_at):
    create_organizer(session, LONG_ADDRESS, PASSWORD, role=TeamRole.VIEWER)
    session.commit()
    whose = session.scalars(select(Organizer.id).where(Organizer.email == LONG_ADDRESS)).one()
    page = account(390)
    page.evaluate(PRESS, f"/organizers/team/{whose}/reset-link")
    expect(page.get_by_role("heading", name="A link for")).to_be_visible()
    looks_at(page, "reset-link")
    page.goto(page.get_by_label("The link").input_value())
    expect(page.get_by_role("heading", name="Choose a new password")).to_be_visible()
