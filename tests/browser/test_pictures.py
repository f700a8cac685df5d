"""Takes the pictures of the README: `make pictures`. Otherwise skipped, since they are files of the project."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import EMAIL, PASSWORD
from tests.world.people.browsing import answers, asks_to_be_called, hangs_up, hears, page_says, presses, signs_in

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures"

pytestmark = pytest.mark.skipif(os.environ.get("TAKE_PICTURES") != "1", reason="only for `make pictures`")


def take(page, name, **how):
    page.screenshot(path=PICTURES / f"{name}.png", **how)


def test_take_the_pictures(new_page, everything):
    supporter, phones, organizer = new_page(1280), new_page(1280), new_page(1280)
    phone = new_page(390)
    phone.goto(everything.web_url)
    take(phone, "campaign-phone")
    phones.goto(everything.network_url)
    asks_to_be_called(supporter, everything)
    answers(phones, "supporter")
    hears(phones, "supporter", "press 9")
    presses(phones, "supporter", "1")
    page_says(supporter, "We are reading you the script")
    presses(phones, "supporter", "1")
    answers(phones, "office")
    page_says(supporter, "You are connected")
    supporter.wait_for_timeout(2500)
    take(supporter, "call-talking")
    phones.evaluate("window.scrollTo(0, 0)")
    take(phones, "two-phones")
    hangs_up(phones, "office")
    hears(phones, "supporter", "If you talked to someone, press 1")
    presses(phones, "supporter", "1")
    page_says(supporter, "The call is over")
    signs_in(organizer, everything, EMAIL, PASSWORD)
    expect(organizer.locator("tbody a")).to_have_count(1)
    take(organizer, "call-log")
