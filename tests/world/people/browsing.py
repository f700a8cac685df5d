"""What people do in a browser, in sentences."""

import re
from contextlib import suppress

from playwright.sync_api import Error, Page, expect

from app.one_process import Running
from tests.world.patience import eventually

SHOWS = "([place, words]) => document.querySelector(place)?.textContent.replace(/\\s+/g, ' ').includes(words)"
LOOKS_EVERY = 0.05  # seconds
CSRF = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
PHONE = "(617) 555-0123"
SIGNED_IN, VERY_MANY = 302, 503


def shows(page: Page, place: str, words: str) -> None:
    """Wait until these words are there. `expect` alone looks once a second only, which adds up in a call."""
    eventually(lambda: _is_there(page, place, " ".join(words.split())), LOOKS_EVERY)
    expect(page.locator(place)).to_contain_text(words)


def _is_there(page: Page, place: str, words: str) -> bool:
    """From outside: a page without scripts does not look again by itself."""
    with suppress(Error):  # another page comes in this moment
        return bool(page.evaluate(SHOWS, [place, words]))
    return False


def asks_to_be_called(page: Page, everything: Running, town: str = "Holyoke", name: str = "Ana") -> None:
    """Open the campaign, fill the form, press the button."""
    page.goto(everything.web_url)
    page.get_by_label("Your phone number").fill(PHONE)
    page.get_by_label("Your city or town in Massachusetts").fill(town)
    page.get_by_label("Your first name").fill(name)
    page.locator("#consent").check()
    page.get_by_role("button", name="Call me now").click()


def page_says(page: Page, words: str) -> None:
    """Wait until the call's page says so: not that it is out of touch, which is a status too."""
    shows(page, "[role=status]:not(#out-of-touch)", words)


def answers(phones: Page, whose: str) -> None:
    """Press Answer on a handset as soon as it rings."""
    phones.get_by_test_id(f"{whose}-answer").click()


def hears(phones: Page, whose: str, words: str) -> None:
    """Wait until the captions of a handset say so."""
    shows(phones, f"[data-testid={whose}-captions]", words)


def presses(phones: Page, whose: str, key: str) -> None:
    """Press a key of a handset, as soon as one is waited for."""
    shows(phones, f"[data-testid={whose}-state]", "waits for a key")
    phones.get_by_test_id(f"{whose}-key-{key}").click()


def hangs_up(phones: Page, whose: str) -> None:
    """Press the red button."""
    phones.get_by_test_id(f"{whose}-hang-up").click()


def has_signed_in(page: Page, everything: Running, email: str, password: str) -> None:
    """Be signed in, as if by the form on another page before: for whoever looks at something else."""
    url, sent = f"{everything.web_url}/sign-in", {"email": email, "password": password}

    def status() -> int:
        tokens = CSRF.findall(page.request.get(url).text())
        if not tokens:
            return VERY_MANY
        return page.request.post(url, form=sent | {"csrf_token": tokens[0]}, max_redirects=0).status

    came = eventually(lambda: (code := status()) != VERY_MANY and code)  # then a browser tries again, too
    assert came == SIGNED_IN


def signs_in(page: Page, everything: Running, email: str, password: str) -> None:
    """Open the log, which asks who one is."""
    page.goto(f"{everything.web_url}/organizers/calls")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
