"""A second factor in a real browser: an app by the keyboard alone, a passkey that the browser itself keeps."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from app.clock import utc_now
from tests.browser.conftest import EMAIL, PASSWORD
from tests.world.people.authenticator import AuthenticatorApp
from tests.world.people.browsing import asks_to_be_called, page_says, signs_in

OLD_PHONE = "The phone that my grandmother gave me, with the cracked screen"
STOPPED = "() => { navigator.credentials.create = () => Promise.reject(new DOMException('', 'NotAllowedError')); }"
PLATFORM = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@contextmanager
def device_with_passkeys(page: Page) -> Iterator[None]:
    """The browser keeps passkeys, as on a phone that its owner has just unlocked."""
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": PLATFORM})
    yield
    device.send("WebAuthn.disable")
    device.detach()


@pytest.fixture
def at_localhost(everything):
    """The same server under a name: a bare number has no passkeys."""
    own = everything.app.extensions["ringdown"]
    url = everything.web_url.replace("127.0.0.1", "localhost")
    named = replace(own, settings=own.settings.model_copy(update={"public_base_url": url}))
    everything.app.extensions["ringdown"] = named
    yield replace(everything, web_url=url)
    everything.app.extensions["ringdown"] = own


def tabs_to(page: Page, name: str) -> None:
    """Press Tab until a link, a button or a field of this name has the focus."""
    for _ in range(40):
        page.keyboard.press("Tab")
        focused = page.evaluate("(document.activeElement.labels?.[0] || document.activeElement).textContent.trim()")
        if focused.startswith(name):
            return
    raise AssertionError(f"no Tab leads to {name}")


def presses(page: Page, name: str) -> None:
    """Press Enter on it, which leads to another page."""
    tabs_to(page, name)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def types_into(page: Page, name: str, text: str) -> None:
    """Type, and send the form by Enter."""
    tabs_to(page, name)
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def test_an_app_is_set_up_and_asked_for_by_keyboard(new_page, everything, looks_at):
    page = new_page(390)
    signs_in(page, everything, EMAIL, PASSWORD)
    page.goto(f"{everything.web_url}/organizers/account/second-factor")
    looks_at(page, "factor-nothing")
    presses(page, "Set up an app")
    phone = AuthenticatorApp(page.locator(".secret").text_content(), utc_now)
    looks_at(page, "factor-app")
    types_into(page, "Code", phone.code(timedelta(minutes=10)))
    expect(page.get_by_role("alert")).to_contain_text("the clock of your phone is ahead")
    looks_at(page, "factor-app-clock")
    types_into(page, "Code", phone.code_before())
    expect(page.get_by_role("status")).to_contain_text("we ask for a code")
    looks_at(page, "factor-with-app")
    presses(page, "Make recovery codes")
    expect(page.get_by_role("heading", name="Your recovery codes")).to_be_visible()
    recovery = page.locator("code").first.text_content()
    looks_at(page, "factor-codes")
    presses(page, "I have kept them")
    presses(page, "Sign out")
    signs_in(page, everything, EMAIL, PASSWORD)
    looks_at(page, "factor-sign-in-code")
    types_into(page, "Code", "000000")
    expect(page.get_by_role("alert")).to_contain_text("Here it is")
    looks_at(page, "factor-sign-in-wrong")
    types_into(page, "Code", phone.code())
    expect(page).to_have_url(f"{everything.web_url}/organizers/calls")
    presses(page, "Sign out")
    signs_in(page, everything, EMAIL, PASSWORD)
    presses(page, "Use a recovery code")
    looks_at(page, "factor-sign-in-recovery")
    types_into(page, "Recovery code", recovery)
    expect(page).to_have_url(f"{everything.web_url}/organizers/calls")


def test_a_passkey_is_made_asked_for_and_let_go(new_page, at_localhost, looks_at):
    page = new_page(390)
    with device_with_passkeys(page):
        signs_in(page, at_localhost, EMAIL, PASSWORD)
        page.goto(f"{at_localhost.web_url}/organizers/account/second-factor")
        presses(page, "Make a passkey")
        looks_at(page, "passkey-new")
        types_into(page, "What do you want to call it?", OLD_PHONE)
        expect(page.get_by_role("status")).to_contain_text("Your passkey works")
        looks_at(page, "passkey-made")
        presses(page, "Make another")
        types_into(page, "What do you want to call it?", "Another")
        expect(page.get_by_role("alert")).to_contain_text("This device has a passkey for you already.")
        looks_at(page, "passkey-twice")
        page.get_by_role("button", name="Sign out").click()
        signs_in(page, at_localhost, EMAIL, PASSWORD)
        looks_at(page, "passkey-sign-in")
        presses(page, "Use my passkey")
        expect(page).to_have_url(f"{at_localhost.web_url}/organizers/calls")
        page.goto(f"{at_localhost.web_url}/organizers/account/confirm?next=/organizers/account/second-factor")
        looks_at(page, "passkey-confirm")
        presses(page, "Use my passkey")
        presses(page, "Remove")
        expect(page.get_by_role("status")).to_contain_text("opens nothing any more")


def test_a_passkey_that_is_not_given_is_asked_for_once_more(new_page, at_localhost, looks_at):
    page = new_page(1280, "dark")
    signs_in(page, at_localhost, EMAIL, PASSWORD)
    page.goto(f"{at_localhost.web_url}/organizers/account/second-factor/passkeys/new")
    page.evaluate(STOPPED)
    types_into(page, "What do you want to call it?", "My phone")
    expect(page.get_by_role("alert")).to_contain_text("It was stopped, or took too long.")
    expect(page.get_by_label("What do you want to call it?")).to_have_value("My phone")
    looks_at(page, "passkey-stopped")


def test_a_number_is_shown_to_whoever_says_why(new_page, everything, looks_at):
    supporter = new_page()
    asks_to_be_called(supporter, everything)
    page_says(supporter, "ring")
    page = new_page(390)
    signs_in(page, everything, EMAIL, PASSWORD)
    page.locator("tbody a").first.click()
    presses(page, "Show the whole number")
    looks_at(page, "number-why")
    tabs_to(page, "Why do you need it?")
    page.keyboard.type("no")
    presses(page, "Show the number")
    expect(page.get_by_role("alert")).to_contain_text("Say in a few words why")
    looks_at(page, "number-wrong")
    page.get_by_label("Why do you need it?").fill("She asked to be called back about the hearing.")
    presses(page, "Show the number")
    expect(page.get_by_role("heading")).to_contain_text("(617) 555-0123")
    looks_at(page, "number-shown")
