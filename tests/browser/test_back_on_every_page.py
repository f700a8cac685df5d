"""A whole call at 390 px by keyboard, with Back, Forward and reload on every page: nothing is ever sent anew."""

import pytest
from playwright.sync_api import expect

from app.language.languages import LANGUAGES
from tests.world.examples import LONG
from tests.world.patience import eventually
from tests.world.people.browsing import PHONE, answers, hangs_up

WALKS = [(one.code, scripts) for one in LANGUAGES for scripts in (True, False)]
# The usual run walks twice; every language, with scripts and without, takes minutes.
USUAL = [("es", False), ("zh_Hant", True)]


@pytest.fixture
def sent():
    """What the browser sent of forms, and how that was answered."""
    return []


@pytest.fixture
def walker(new_page, sent):
    def walker(scripts):
        page = new_page(390, user_agent=f"walks {scripts}", java_script_enabled=scripts)
        posts = lambda answer: answer.request.method == "POST" and answer.request.is_navigation_request()  # noqa: E731
        page.on("response", lambda answer: sent.append(answer.status) if posts(answer) else None)
        return page

    return walker


def goes_there_and_back(page):
    """Press Back, Forward and reload; each is a page, and the last is where it began."""
    here = page.url.partition("#")[0]
    for move in (page.go_back, page.go_forward, page.reload):
        move()
        expect(page.locator("h1")).to_have_count(1)
    assert page.url.partition("#")[0] == here


def goes_on_to_the_office(phones):
    """Press 1 whenever a key is waited for, until the office's phone rings: a key may only cut the script."""

    def rings():
        if phones.get_by_test_id("office-answer").is_enabled():
            return True
        if "waits for a key" in phones.get_by_test_id("supporter-state").inner_text():
            phones.get_by_test_id("supporter-key-1").click()
        return False

    eventually(rings, 0.2)


def types(page, field, text):
    page.locator(field).focus()
    page.keyboard.type(text)


def presses_enter_on(page, button):
    page.locator(button).first.focus()
    page.keyboard.press("Enter")


@pytest.mark.parametrize(("language", "scripts"), WALKS if LONG else USUAL)
def test_nothing_is_sent_anew(walker, new_page, everything, sent, language, scripts):
    phones = new_page()
    phones.goto(everything.network_url)
    page = walker(scripts)
    page.goto(f"{everything.web_url}?language={language}")
    types(page, "#phone", PHONE)
    types(page, "#town", "Acton")
    page.locator("#consent").focus()
    page.keyboard.press("Space")
    presses_enter_on(page, "#call-button")
    expect(page.locator("#street")).to_be_visible()
    goes_there_and_back(page)
    types(page, "#street", "Main St")
    with page.expect_navigation():  # what is typed stands there before the answer does
        page.keyboard.press("Enter")
    expect(page.locator("#street")).to_have_value("Main St" if scripts else "")
    goes_there_and_back(page)
    page.locator("#street").fill("12 Adams St")
    page.keyboard.press("Enter")
    expect(page.locator("#your-call")).to_be_visible()
    goes_there_and_back(page)
    answers(phones, "supporter")
    goes_on_to_the_office(phones)
    answers(phones, "office")
    expect(page.locator("#your-call.talking")).to_be_visible()
    hangs_up(phones, "supporter")
    expect(page.locator("#feedback")).to_be_visible()
    presses_enter_on(page, "#feedback .button")
    expect(page.locator("#feedback .error").first).to_be_visible()
    goes_there_and_back(page)
    page.locator("#feedback [value=contact]").focus()
    page.keyboard.press("Space")
    presses_enter_on(page, "#feedback .button")
    expect(page.locator("form#feedback")).to_have_count(0)
    goes_there_and_back(page)
    assert sent == [303] * len(sent)
    assert len(sent) == 5
