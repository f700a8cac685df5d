"""Signed out in the middle of work: told before, let in again over the page, and nothing typed is lost."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect
from sqlalchemy import update

from app.clock import utc_now
from app.team.second_factor.authenticator import new_secret
from app.team.second_factor.recovery_codes import make_codes
from app.team.second_factor.theirs import use_app
from models import Organizer, OrganizerSession
from tests.browser.conftest import EMAIL, PASSWORD
from tests.world.people.authenticator import AuthenticatorApp

LONG = "Very many of us have a story to tell, and this one is ours."
TWO_DAYS = timedelta(days=2)
LOOKS = 15_000  # milliseconds between two looks of the page


@pytest.fixture
def idle(session):
    """Lets everybody have done nothing for so long."""

    def idle(how_long=TWO_DAYS):
        session.execute(update(OrganizerSession).values(seen_at=utc_now() - how_long))
        session.commit()

    return idle


@pytest.fixture
def takes_an_app(session, everything):
    """Lets the organizer be asked for the codes of an app: the app, and a code for whoever has lost it."""

    def takes_an_app():
        vault, secret, organizer = (
            everything.app.extensions["ringdown"].vault,
            new_secret(),
            session.query(Organizer).one(),
        )
        use_app(session, vault, organizer, secret, 0)
        recovery, *_ = make_codes(vault, organizer)
        session.commit()
        return AuthenticatorApp(secret, utc_now), recovery

    return takes_an_app


@pytest.fixture
def typing(opens_of_campaign):
    """Somebody in the middle of a prompt's words, whose clock we move."""
    pages = []

    def typing(*how, **options):
        page = opens_of_campaign("Prompts", *how, **options)
        pages.append(page)
        page.clock.install()
        page.get_by_role("link", name="Goodbye", exact=True).click()
        words(page).fill(LONG)
        return page

    yield typing
    for page in pages:
        page.context.close()  # nobody else shall have this clock


def words(page):
    return page.get_by_role("textbox", name="Words")


def saves(page):
    page.get_by_role("button", name="Save these words").click()


def is_saved(page):
    expect(words(page)).to_have_value(LONG)
    expect(page.get_by_role("status").filter(has_text="Saved")).to_be_visible()


def hours_pass(page, hours, minutes=0):
    """The page's own clock goes on; its computer may have slept."""
    page.clock.fast_forward(timedelta(hours=hours, minutes=minutes) // timedelta(milliseconds=1))


def test_a_notice_comes_before_and_one_may_stay(typing, idle, looks_at):
    page = typing(390)
    idle(timedelta(hours=11, minutes=57))
    hours_pass(page, 11, 57)
    notice = page.get_by_role("alert").filter(has_text="You will be signed out in 3 minutes")
    expect(notice).to_be_visible()
    looks_at(page, "notice")
    page.get_by_role("button", name="Stay signed in").press("Enter")
    expect(notice).not_to_be_visible()
    saves(page)
    is_saved(page)


def test_one_signs_in_again_over_the_page_which_stays_as_it_is(typing, idle, looks_at):
    page = typing(390)
    idle()
    hours_pass(page, 12)
    password = page.get_by_label("Password")
    expect(password).to_be_focused()
    looks_at(page, "sign-in-again")
    password.fill("wrong")
    password.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("do not fit together")
    password.fill(PASSWORD)
    password.press("Enter")
    expect(page.get_by_role("dialog")).not_to_be_visible()
    expect(words(page)).to_have_value(LONG)
    saves(page)
    is_saved(page)


def test_a_second_factor_is_asked_for_over_the_page_too(typing, idle, takes_an_app, looks_at):
    page = typing(390)
    phone, _ = takes_an_app()
    idle()
    hours_pass(page, 12)
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    code = page.get_by_label("Code")
    expect(code).to_be_focused()
    code.fill("000000")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("That code is not right")
    looks_at(page, "sign-in-again-code")
    code.fill(phone.code())
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).not_to_be_visible()
    saves(page)
    is_saved(page)


def test_whoever_shows_a_second_factor_on_another_page_goes_on_here(typing, idle, takes_an_app):
    page = typing()
    _, recovery = takes_an_app()
    idle()
    hours_pass(page, 12)
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Use a recovery code").press("Enter")
    opened.value.get_by_label("Recovery code").fill(recovery)
    opened.value.keyboard.press("Enter")
    expect(opened.value.get_by_role("heading", name="Calls", exact=True)).to_be_visible()
    page.clock.run_for(LOOKS)
    expect(page.get_by_role("dialog")).not_to_be_visible()
    saves(page)
    is_saved(page)


def test_what_is_sent_too_late_goes_on_after_the_sign_in(typing, idle):
    page = typing()
    idle()
    hours_pass(page, 12)
    page.get_by_role("button", name="Not now").click()
    hours_pass(page, 1)
    expect(page.get_by_role("dialog")).not_to_be_visible()
    saves(page)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in, and go on").click()
    is_saved(page)


def test_whoever_goes_on_in_another_window_is_asked_nothing(typing, idle):
    page = typing()
    hours_pass(page, 12)
    expect(page.get_by_role("dialog")).not_to_be_visible()
    saves(page)
    is_saved(page)


def signs_in_again(page):
    page.get_by_label("E-mail address").fill(EMAIL)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").press("Enter")
    expect(page.get_by_role("heading", name="Nothing is lost")).to_be_visible()


def test_what_is_sent_after_somebody_ended_it_from_elsewhere_is_kept(typing, idle, looks_at):
    page = typing(390)
    idle()
    saves(page)
    signs_in_again(page)
    looks_at(page, "unsent")
    page.get_by_role("button", name="Send it now").press("Enter")
    is_saved(page)


def test_without_a_script_what_was_sent_is_kept(opens_of_campaign, idle):
    page = opens_of_campaign("Prompts", 390, java_script_enabled=False)
    page.get_by_role("link", name="Goodbye", exact=True).click()
    words(page).fill(LONG)
    idle()
    saves(page)
    signs_in_again(page)
    page.get_by_role("button", name="Send it now").click()
    is_saved(page)
