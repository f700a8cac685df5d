"""A campaign of own phones alone, on a server without any carrier: from the link to the report."""

import pytest
from playwright.sync_api import expect
from sqlalchemy import update

from app import create_app
from app.language.languages import LANGUAGES
from app.serving.web_server import WebServerThread, listen
from app.store.db import close_db
from app.team.create import create_organizer
from models import Call, TeamRole
from tests.browser.conftest import EMAIL, PASSWORD
from tests.world.browser.windows import HEIGHT
from tests.world.campaign.campaigns import publishes
from tests.world.people.browsing import signs_in
from tests.world.time.wall_clock import WallClock, local

OWN_PHONES = {("whom", "own_phones"): True, ("whom", "rule"): "both"}
CODES = [language.code for language in LANGUAGES]


class Alone:
    """A server that has no carrier, and no worker."""

    def __init__(self, web_url):
        self.web_url = web_url


@pytest.fixture
def everything(settings, campaign, session):
    """A campaign of own phones alone, for the representative and then the senator, on a Saturday."""
    publishes(session, campaign, OWN_PHONES)
    create_organizer(session, EMAIL, PASSWORD, role=TeamRole.ADMIN)
    session.commit()
    listener = listen(0)
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    own = {"twilio_account_sid": "", "public_base_url": url, "always_open": False}
    app = create_app(settings.model_copy(update=own), clock=WallClock("2026-10-31 14:00"))
    with WebServerThread(app, listener):
        yield Alone(url)
    close_db(app)


def asks(page, everything, code):
    """Type the town, and nothing else, by keyboard."""
    page.goto(f"{everything.web_url}/?language={code}")
    page.locator("#town").focus()
    page.keyboard.type("Holyoke")
    page.keyboard.press("Enter")
    page.wait_for_url("**/own/**")


def presses(page, button, leads_to):
    """Press a button or a link by keyboard."""
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(leads_to)


def ends_at(page, place):
    """Where it ends on the screen, counted from its top."""
    box = page.locator(place).last.bounding_box()
    return box["y"] + box["height"]


def test_from_the_link_to_the_report_by_keyboard_and_without_a_script_in_each_language(new_page, everything, looks_at):
    page, looked_at = new_page(390, java_script_enabled=False), new_page(390)
    for code in CODES:
        asks(page, everything, code)
        looked_at.goto(page.url.replace("#main", f"?language={code}"))
        looks_at(looked_at, f"own-{code}")
        assert ends_at(looked_at, ".answers .button") <= HEIGHT, "number, script and answers fit one screen"
        presses(page, page.locator(".answers .button").first, "**#told")
        presses(page, page.locator("#told a.button"), "**at=2")
        presses(page, page.locator(".answers .button").last, "**at=2#told")
        expect(page.locator("#told a.button")).to_have_count(0)


def test_the_log_tells_a_call_and_a_letter_apart(new_page, everything, looks_at, session):
    for nth in (0, 3):
        page = new_page(390)
        asks(page, everything, "en")
        page.locator(".answers .button").nth(nth).click()
        page.wait_for_url("**#told")
    page.locator("summary", has_text="Say more").click()
    looks_at(page, "own-more")
    # The database tells the time of the test, and the server goes by another day.
    session.execute(update(Call).values(created_at=local("2026-10-31 13:50")))
    session.commit()
    organizer = new_page()
    signs_in(organizer, everything, EMAIL, PASSWORD)
    expect(organizer.get_by_text("Told us: own phone", exact=True).last).to_be_visible()
    looks_at(organizer, "own-log")
    organizer.get_by_text("More ways to look").click()
    organizer.get_by_label("Way in").select_option("written")
    organizer.get_by_role("button", name="Show these").click()
    organizer.wait_for_url("**kind=written**")
    expect(organizer.locator("tbody a")).to_have_count(1)
    organizer.locator("tbody a").click()
    organizer.wait_for_url("**/calls/*")
    looks_at(organizer, "own-call")
