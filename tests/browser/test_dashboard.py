"""The dashboard in a browser: a call appears, moves and ends on it without a reload; the map by keyboard."""

from urllib.parse import urlsplit

import psycopg
import pytest
from playwright.sync_api import expect
from sqlalchemy import delete

from app.clock import utc_now
from app.store.db import db
from models import Counting, CountOfDay, CountOfOffice, CountOfTown
from tests.browser.conftest import EMAIL, PASSWORD, SHOTS
from tests.world.database.many_calls import write_calls
from tests.world.examples import sized
from tests.world.people import keyboard
from tests.world.people.browsing import answers, asks_to_be_called, hangs_up, has_signed_in, hears, page_says, presses


@pytest.fixture
def shoots():
    """Takes pictures for whoever wants to look at them."""

    def shoots(page, name):
        for width, scheme in ((390, "light"), (1280, "light"), (1280, "dark")) if SHOTS else ():
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            page.wait_for_timeout(300)
            page.screenshot(path=f"{SHOTS}/{name}-{width}-{scheme}.png", full_page=True)
        page.emulate_media(color_scheme="null")

    return shoots


def corrects_and_takes_back(organizer, everything, faults_of, shoots):
    """By keyboard alone: finds the call by its town, says that it was a message, and takes that back."""
    organizer.goto(f"{everything.web_url}/organizers/calls")
    shoots(organizer, "log-one")
    found = faults_of(organizer)
    keyboard.reaches(organizer, organizer.get_by_text("More ways to look"))
    organizer.keyboard.press("Enter")
    keyboard.types(organizer, "Town", "Holyoke")
    keyboard.presses(organizer, "Show these")
    organizer.wait_for_url("**town=Holyoke**")
    found += faults_of(organizer)
    shoots(organizer, "log-filtered")
    keyboard.goes_by(organizer, organizer.locator("tbody a"))
    shoots(organizer, "story")
    keyboard.follows(organizer, "Correct the outcome")
    found += faults_of(organizer)
    keyboard.chooses(organizer, "Left a message")
    shoots(organizer, "correct")
    keyboard.presses(organizer, "Correct the outcome")
    expect(organizer.get_by_role("alert")).to_contain_text("Say in a few words how you know")
    keyboard.types(organizer, "How do you know?", "She told me at the office")
    keyboard.presses(organizer, "Correct the outcome")
    expect(organizer.get_by_role("status")).to_contain_text("The outcome is corrected")
    expect(organizer.locator(".timeline")).to_contain_text("left a message")
    found += faults_of(organizer)
    shoots(organizer, "corrected")
    keyboard.presses(organizer, "Take the correction back")
    expect(organizer.get_by_role("status")).to_contain_text("taken back")
    expect(organizer.locator(".facts").first).to_contain_text("Talked to the office")
    return found


def test_a_call_appears_moves_and_ends_on_the_dashboard_without_a_reload(new_page, everything, faults_of, shoots):
    organizer, phones, supporter = new_page(), new_page(), new_page(390)
    has_signed_in(organizer, everything, EMAIL, PASSWORD)
    organizer.goto(f"{everything.web_url}/organizers/dashboard")
    organizer.evaluate("window.same = true")
    now = organizer.locator("#now")
    expect(now).to_contain_text("Nobody just now")
    found = faults_of(organizer)
    shoots(organizer, "dashboard-empty")
    phones.goto(everything.network_url)
    asks_to_be_called(supporter, everything)
    expect(now).to_contain_text("Ringing supporter")
    answers(phones, "supporter")
    hears(phones, "supporter", "press 9")
    presses(phones, "supporter", "1")
    page_says(supporter, "We are reading you the script")
    hears(phones, "supporter", "I am calling to ask Representative Pat Duffy")
    presses(phones, "supporter", "1")
    answers(phones, "office")
    expect(now).to_contain_text("Talking")
    found += faults_of(organizer)
    shoots(organizer, "dashboard-talking")
    hangs_up(phones, "office")
    hears(phones, "supporter", "If you talked to someone, press 1")
    presses(phones, "supporter", "1")
    page_says(supporter, "The call is over")
    expect(now).to_contain_text("Nobody just now")
    expect(organizer.locator("#funnel + p")).to_contain_text("Of 1 who asked, 1 came")
    expect(now.locator("strong").first).to_have_text("0")
    assert organizer.evaluate("window.same")
    found += faults_of(organizer)
    shoots(organizer, "dashboard-one")
    found += corrects_and_takes_back(organizer, everything, faults_of, shoots)
    organizer.goto(f"{everything.web_url}/organizers/dashboard/map")
    first = organizer.locator("[data-map]").first
    first.locator("a[tabindex='0']").focus()
    organizer.keyboard.press("ArrowRight")
    expect(organizer.locator("[data-pointed]")).to_contain_text(":")
    organizer.keyboard.press("Enter")
    expect(organizer.locator("tr:focus")).to_be_visible()
    found += faults_of(organizer)
    shoots(organizer, "map")
    organizer.goto(f"{everything.web_url}/organizers/dashboard/wall")
    found += faults_of(organizer)
    shoots(organizer, "wall")
    assert found == []


def test_a_call_is_ended_in_the_middle_of_a_talk_and_everybody_is_told(new_page, everything, faults_of, shoots):
    organizer, phones, supporter = new_page(), new_page(), new_page(390)
    has_signed_in(organizer, everything, EMAIL, PASSWORD)
    phones.goto(everything.network_url)
    asks_to_be_called(supporter, everything)
    answers(phones, "supporter")
    hears(phones, "supporter", "press 1")
    presses(phones, "supporter", "1")
    hears(phones, "supporter", "I am calling to ask Representative Pat Duffy")
    presses(phones, "supporter", "1")
    answers(phones, "office")
    page_says(supporter, "You are connected")
    organizer.goto(f"{everything.web_url}/organizers/dashboard")
    keyboard.goes_by(organizer, organizer.locator("#now .end"))
    found = faults_of(organizer)
    keyboard.types(organizer, "Why?", "They have the wrong script")
    shoots(organizer, "end")
    keyboard.presses(organizer, "End the call")
    expect(organizer.get_by_role("status")).to_contain_text("The call is ended")
    page_says(supporter, "The people who run this campaign ended this call")
    shoots(supporter, "ended-supporter")
    organizer.reload()
    expect(organizer.locator(".timeline")).to_contain_text("ended by the team")
    shoots(organizer, "ended")
    found += faults_of(organizer)
    organizer.goto(f"{everything.web_url}/organizers/dashboard")
    expect(organizer.locator("#now")).to_contain_text("Nobody just now")
    assert found == []


WIDE = ((320, "dark"), (390, "light"), (768, "dark"), (1440, "light"))
PAGES = ("calls", "calls?town=Monson&sort=oldest", "dashboard?span=all", "dashboard/map?span=all", "dashboard/wall")
HEAVIEST = 300_000


def test_pages_of_thousands_of_calls_are_light_and_without_fault(new_page, everything, session, campaign, faults_of):
    many_calls(session, campaign, sized(5_000, 200_000))
    organizer, hosts, found = new_page(), set(), []
    has_signed_in(organizer, everything, EMAIL, PASSWORD)
    organizer.on("request", lambda it: hosts.add(urlsplit(it.url).netloc))
    for path in PAGES:
        answer = organizer.goto(f"{everything.web_url}/organizers/{path}")
        weight = len(answer.body())
        found += faults_of(organizer, WIDE) + ([f"{path} weighs {weight}"] if weight > HEAVIEST else [])
    assert found == []
    assert hosts == {urlsplit(everything.web_url).netloc}


def many_calls(session, campaign, how_many):
    """Calls of weeks, which the worker counts while somebody looks."""
    with psycopg.connect(db.engine.url.render_as_string(hide_password=False).replace("+psycopg", "")) as connection:
        write_calls(connection, range(how_many), campaign=campaign, now=utc_now(), every="10 minutes")
    for model in (Counting, CountOfDay, CountOfTown, CountOfOffice):
        session.execute(delete(model))
    session.commit()
