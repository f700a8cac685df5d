"""A group's carrier in a real browser, by keyboard: from a fresh account to a live campaign, suspended and back."""

import re
from itertools import count

import pytest
from playwright.sync_api import Page, expect
from pydantic import SecretStr

from app import create_app
from app.jobs.curing import cure
from app.jobs.worker import WorkerThread
from app.one_process import Running
from app.serving.web_server import WebServerThread, listen
from app.store.db import close_db
from app.store.unit import Unit
from app.team.create import create_organizer
from app.telephony.local_network import AcceleratedClock, PhoneNetwork
from models import Campaign, CampaignState, TeamRole
from tests.conftest import ACCOUNT_SID, AUTH_TOKEN
from tests.world.people.browsing import has_signed_in
from tests.world.people.keyboard import follows, presses, reaches, types

EMAIL, PASSWORD, MINE = "ana@example.org", "correct horse battery", "+16175550123"
CODE = re.compile(r"Your code is ([\d, ]+)\.")


@pytest.fixture
def network():
    """A carrier where an account was opened today."""
    network = PhoneNetwork(
        account_sid=ACCOUNT_SID,
        auth_token=AUTH_TOKEN,
        calls_per_second=None,
        clock=AcceleratedClock(),
        patience=60,
    )
    network.account.is_fresh()
    network.everyone_else().answers(after=6).talks_for(42)
    with network.running():
        yield network


@pytest.fixture
def everything(settings, campaign, session, network):
    """The product beside it, whose environment names no account; its campaign is a draft."""
    create_organizer(session, EMAIL, PASSWORD, role=TeamRole.ADMIN)
    here = session.get_one(Campaign, campaign)
    here.state, here.phone_number = CampaignState.DRAFT, ""
    session.commit()
    with listen(0) as listener:
        web_url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        where = {"public_base_url": web_url, "twilio_api_base_url": network.url}
        nothing = {"twilio_account_sid": "", "twilio_auth_token": SecretStr("")}
        app = create_app(settings.model_copy(update=where | nothing))
        with WebServerThread(app, listener), WorkerThread(app):
            yield Running(app, network, web_url, network.url)
        close_db(app)


@pytest.fixture
def admin(new_page, everything):
    page = new_page()
    has_signed_in(page, everything, EMAIL, PASSWORD)
    return page


@pytest.fixture
def opens(admin, everything):
    """Goes to a page of organizers."""
    return lambda path: admin.goto(f"{everything.web_url}/organizers/{path}")


@pytest.fixture
def campaign_page(new_page, everything):
    """What a supporter sees."""
    page = new_page(390)

    def opens() -> Page:
        page.goto(f"{everything.web_url}/c/safe-communities")
        return page

    return opens


def says(page: Page, words: str) -> None:
    expect(page.locator("main")).to_contain_text(words)


def pastes_the_account(page: Page) -> None:
    follows(page, "Carrier")
    follows(page, "Paste account and token")
    types(page, "Account SID", f" {ACCOUNT_SID}")
    types(page, "Auth token", f"{AUTH_TOKEN} ")
    presses(page, "Try and keep")
    says(page, "The carrier takes this account.")


def asks_again(page: Page, words: str) -> None:
    follows(page, "Carrier")
    presses(page, "Ask the carrier again")
    says(page, "Asked anew.")
    says(page, words)


def shows_that_it_is_mine(page: Page, network: PhoneNetwork) -> None:
    network.phone(MINE).answers(after=1).then_presses("1", "1", "1")
    types(page, "Your phone number", "617 555 0123")
    presses(page, "Ring me with a code")
    says(page, "How it went")
    heard = [CODE.search(line.text or "") for line in network.transcript()]
    types(page, "The five digits that you hear", re.sub(r"\D", "", [it[1] for it in heard if it][-1]))
    presses(page, "This is my phone")
    says(page, "This is your phone.")


def rings_my_phone(page: Page, words: str) -> None:
    presses(page, "Ring my phone")
    says(page, words)
    says(page, "It works.")


def buys_a_number(page: Page) -> None:
    follows(page, "Carrier")
    follows(page, "See and buy numbers")
    types(page, "Area code", "617")
    presses(page, "Search")
    reaches(page, page.locator(".plain button").first)
    page.keyboard.press("Enter")
    says(page, "Each month")
    presses(page, "Buy it for $1.15 a month")
    says(page, "Bought, and connected")


def gives_it_to_the_campaign(page: Page) -> None:
    reaches(page, page.get_by_role("radio").first)
    page.keyboard.press("Space")
    presses(page, "Ring from this number")
    says(page, "The campaign rings from this number now")


def starts(page: Page) -> None:
    while (leave := page.get_by_role("button", name=re.compile("^Leave it open"))).count():
        left = leave.count()
        reaches(page, leave.first)
        page.keyboard.press("Enter")
        expect(leave).to_have_count(left - 1)
    presses(page, "Start the campaign")
    says(page, "The campaign is live.")


@pytest.fixture
def supporter(campaign_page, network):
    """Asks to be called, each time from another phone, which is answered."""
    ends = count(124)

    def asks() -> Page:
        page, end = campaign_page(), next(ends)
        network.phone(f"+16175550{end}").answers(after=1).then_presses("1", "1", "1")
        types(page, "Your phone number", f"617 555 0{end}")
        types(page, "Your city or town", "Holyoke")
        reaches(page, page.locator("#consent"))
        page.keyboard.press("Space")
        reaches(page, page.locator("#call-button"))
        with page.expect_navigation():
            page.keyboard.press("Enter")
        return page

    return asks


@pytest.fixture
def a_minute_passes(everything, session):
    """What the job of every minute does."""

    def a_minute_passes() -> None:
        cure(Unit(session), everything.app.extensions["ringdown"])
        session.commit()

    return a_minute_passes


def offers_a_contact_card(page: Page) -> None:
    expect(page.get_by_role("button", name="Call me now")).to_be_visible()
    with page.expect_download() as card:
        page.get_by_role("link", name="save this number").click()
    assert card.value.suggested_filename == "safe-communities.vcf"


def test_a_real_number_by_saturday_evening(
    admin, opens, campaign, campaign_page, supporter, network, a_minute_passes, looks_at
):
    opens("carrier")
    looks_at(admin, "carrier-empty")
    pastes_the_account(admin)
    looks_at(admin, "carrier-fresh")
    says(admin, "The account has no customer profile")
    says(admin, "what it sends there arrives")
    opens(f"campaigns/{campaign}/state")
    starts(admin)
    own_phones = campaign_page()
    says(own_phones, "We cannot ring anybody just now, so please call on your own phone.")
    expect(own_phones.get_by_role("button", name="Call me now")).to_have_count(0)

    network.account.has_profile()
    asks_again(admin, "The account is a trial")
    network.account.verifies(MINE)
    opens(f"campaigns/{campaign}/test-call")
    shows_that_it_is_mine(admin, network)
    rings_my_phone(admin, "No office was dialed")
    looks_at(admin, "test-call")

    network.account.is_upgraded()
    asks_again(admin, "$100.00")
    buys_a_number(admin)
    looks_at(admin, "numbers")
    opens(f"campaigns/{campaign}/number")
    gives_it_to_the_campaign(admin)
    looks_at(admin, "number")
    opens(f"campaigns/{campaign}/test-call")
    rings_my_phone(admin, "You heard the recorded voice to its end")
    looks_at(admin, "test-call-of-two-legs")
    says(supporter(), "The call is over")

    network.account.is_suspended()
    refused = supporter()
    says(refused, "We cannot place calls just now, which is not because of you")
    expect(refused.locator(".big-number")).to_have_attribute("href", re.compile(r"tel:\+1"))
    looks_at(refused, "supporter-refused")
    opens("calls")
    expect(admin.locator(".alerts")).to_contain_text("error 10001")
    a_minute_passes()
    follows(admin, "See the carrier")
    says(admin, "The carrier has suspended the account")
    looks_at(admin, "carrier-suspended")

    network.account.is_reinstated()
    a_minute_passes()
    says(supporter(), "The call is over")
    admin.reload()
    looks_at(admin, "carrier-again")
    offers_a_contact_card(campaign_page())
