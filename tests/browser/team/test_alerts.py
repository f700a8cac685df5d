"""Alerts in a browser: above every page, chosen by keyboard, and a mail that tries whether they would come."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect
from pydantic import SecretStr

from app.store.alerts import raise_alert
from models import AlertKind
from tests.browser.conftest import EMAIL, PASSWORD
from tests.world.mail.server import mail_server
from tests.world.people.browsing import has_signed_in

LONG = (
    "The terms of Maximiliane Wolkenstein-Featherstonehaugh, Pat Duffy, Mindy Domb and 129 more end on Wednesday. "
    "Import who was elected."
)


@pytest.fixture
def server():
    with mail_server() as server:
        yield server


@pytest.fixture
def settings(settings, server):
    """Mail goes to a server of this computer."""
    there = {"smtp_url": SecretStr(f"smtp://127.0.0.1:{server.port}"), "mail_from": "ringdown@example.org"}
    return settings.model_copy(update=there)


@pytest.fixture
def much_is_wrong(session):
    then = datetime.now(UTC) - timedelta(hours=3)
    carrier = "The carrier took none of the last 3 calls: nobody is rung. Run “flask doctor” on the server."
    raise_alert(session, AlertKind.CARRIER_REFUSES, "", carrier, link="/organizers/calls", now=then)
    raise_alert(session, AlertKind.TERM_ENDS, "MA", LONG, link="/organizers/offices", now=then)
    session.commit()


@pytest.fixture
def opens(new_page, everything):
    def opens(path, width=1280):
        page = new_page(width)
        has_signed_in(page, everything, EMAIL, PASSWORD)
        page.goto(f"{everything.web_url}/organizers/{path}")
        return page

    return opens


def test_they_can_be_looked_at(opens, much_is_wrong, looks_at):
    page = opens("account/alerts")
    looks_at(page, "alerts")
    looks_at(page, "alerts-again")


def test_they_are_chosen_by_keyboard(opens):
    page = opens("account/alerts")
    page.get_by_label("No worker runs: nobody is rung").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Save").press("Enter")
    expect(page.get_by_text("Changed. The next mail goes by it.")).to_be_visible()
    expect(page.get_by_label("No worker runs: nobody is rung")).to_be_checked()


def test_a_mail_is_tried_by_keyboard(opens, server, looks_at):
    page = opens("mail", 390)
    page.get_by_role("button", name="Send me a mail").press("Enter")
    expect(page.get_by_text("The mail server has taken the mail.")).to_be_visible()
    assert server.only()["To"] == EMAIL
    looks_at(page, "mail-sent")
    server.refuses("MAIL", "550 not you")
    page.get_by_role("button", name="Send me a mail").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Check MAIL_FROM")
    looks_at(page, "mail-refused")
