"""Takes the pictures of the README: `make pictures`. Otherwise skipped, since they are files of the project."""

import os
from pathlib import Path

import psycopg
import pytest
from playwright.sync_api import expect
from sqlalchemy import delete, select

from app.clock import utc_now
from app.representatives import towns_of
from app.store.db import db
from models import Call, Counting, CountOfDay, CountOfOffice, CountOfTown
from tests.browser.conftest import EMAIL, PASSWORD
from tests.world.database.many_calls import write_calls
from tests.world.patience import eventually
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
    hears(phones, "supporter", "I am calling to ask Representative Pat Duffy")
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


def below_the_bar(page, height=1000):
    """What a page is about, without what an organizers' page has at its top."""
    box = page.locator(".spans").bounding_box()
    return {"full_page": True, "clip": {"x": 0, "y": box["y"] - 64, "width": 1280, "height": height}}


@pytest.fixture
def an_evening(session, campaign):
    """Calls of a whole evening to offices all over the state, each from a town there; the job counts them."""
    with psycopg.connect(db.engine.url.render_as_string(hide_password=False).replace("+psycopg", "")) as connection:
        write_calls(connection, range(140), campaign=campaign, now=utc_now(), every="90 seconds")
    for call in session.scalars(select(Call)):
        towns = towns_of(call.offices[0].district_geoid)
        call.town = towns[0] if towns else ""
    for model in (Counting, CountOfDay, CountOfTown, CountOfOffice):
        session.execute(delete(model))
    session.commit()


@pytest.mark.usefixtures("an_evening")
def test_take_the_pictures_of_what_came_of_it(new_page, everything, campaign):
    page = new_page(1280)
    signs_in(page, everything, EMAIL, PASSWORD)
    page.goto(f"{everything.web_url}/organizers/campaigns/{campaign}/dashboard")

    def is_counted():
        page.reload()
        return "Of 1" in page.locator("main").inner_text()

    assert eventually(is_counted)
    take(page, "dashboard", **below_the_bar(page))
    page.goto(f"{everything.web_url}/organizers/campaigns/{campaign}/dashboard/map")
    take(page, "map", **below_the_bar(page))
