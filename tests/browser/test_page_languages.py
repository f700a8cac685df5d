"""The supporter's pages in every language: nothing overflows on a narrow phone, axe finds nothing, nothing is lost."""

import pytest
from playwright.sync_api import expect

from app.language.languages import LANGUAGES
from tests.browser.conftest import too_wide
from tests.world.browser.stillness import arrives
from tests.world.browser.windows import HEIGHT
from tests.world.people.browsing import PHONE

NARROWEST = 320
CODES = [language.code for language in LANGUAGES]


def asks(page, everything, town):
    """The same as in English, by the fields' names rather than their labels."""
    page.goto(everything.web_url)
    page.locator("#phone").fill(PHONE)
    page.locator("#town").fill(town)
    page.locator("#consent").check()
    page.locator("#call-button").click()
    arrives(page)


def below_the_first_screen(page):
    """The button, where one would have to scroll down to it on a usual phone."""
    page.set_viewport_size({"width": 390, "height": HEIGHT})
    box = page.locator("#call-button").bounding_box()
    page.set_viewport_size({"width": NARROWEST, "height": HEIGHT})
    return [] if box["y"] + box["height"] <= HEIGHT else [f"{page.url} has its button at {box}"]


@pytest.mark.parametrize("code", CODES)
def test_long_words_fit_a_narrow_phone_in_any_language_and_the_button_its_first_screen(
    new_page, everything, faults_of, code
):
    page = new_page(NARROWEST)
    page.goto(f"{everything.web_url}/?language={code}")
    found = below_the_first_screen(page)
    found += faults_of(page)  # of the others axe has seen the English ones, which differ in nothing but their words
    page.locator("#call-button").click()
    expect(page.get_by_role("alert")).to_be_visible()
    found += too_wide(page, [NARROWEST])
    for town in ("Acton", "Worchester", "Leverett", "Nashua", "Holyoke"):
        asks(page, everything, town)
        found += too_wide(page, [NARROWEST])
    page.locator("#end-call").click()
    expect(page.locator(".sentence.warn")).to_be_visible()
    assert found + too_wide(page, [NARROWEST]) == []


@pytest.mark.parametrize("where", ["", "/nowhere"])
def test_languages_are_as_tall_as_a_finger(new_page, everything, where):
    page = new_page(NARROWEST)
    page.goto(everything.web_url + where)
    boxes = [one.bounding_box() for one in page.locator(".speaks li > *").all()]
    assert len(boxes) == len(LANGUAGES)
    assert all(box["height"] >= 44 and box["width"] >= 44 for box in boxes)


@pytest.mark.parametrize("scripts", [True, False])
def test_what_was_typed_survives_a_switch(new_page, everything, scripts):
    page = new_page(java_script_enabled=scripts)
    page.goto(everything.web_url)
    page.locator("#phone").fill(PHONE)
    page.locator("#town").fill("Acton")
    page.get_by_role("button", name="Español").click()
    expect(page.get_by_role("button", name="Llámenme ahora")).to_be_visible()
    page.locator("#consent").check()
    page.locator("#name").fill("Zoë")
    page.get_by_role("button", name="Kreyòl Ayisyen").click()
    expect(page.locator("#consent")).to_be_checked()
    page.locator("#call-button").click()
    page.get_by_role("button", name="繁體中文").click()
    expect(page.locator("legend h2")).to_have_text("在 Acton 代表您的是哪一位？")
    assert [page.locator(f"[name={name}]").first.input_value() for name in ("phone", "town", "name")] == [
        "(•••) •••-••23",
        "Acton",
        "Zoë",
    ]


def test_enter_in_a_field_calls_and_does_not_change_the_language(new_page, everything):
    page = new_page()
    page.goto(everything.web_url)
    page.locator("#phone").fill(PHONE)
    page.locator("#consent").check()
    page.locator("#town").fill("Holyoke")
    page.locator("#town").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your call to Representative Pat Duffy")


def test_the_call_is_followed_in_the_language_of_its_page(new_page, everything):
    page = new_page(locale="es-MX")
    asks(page, everything, "Holyoke")
    expect(page.locator("[role=status]:not(#out-of-touch)")).to_contain_text("Su teléfono está sonando")
    page.get_by_role("link", name="Português").click()
    expect(page.locator("[role=status]:not(#out-of-touch)")).to_contain_text("O seu telefone está tocando")
