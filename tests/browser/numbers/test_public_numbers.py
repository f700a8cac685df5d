"""What everybody reads in numbers, and the file of calls, in a real browser: by keyboard, on screens and on paper."""

import csv

import psycopg
import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import update

from app.clock import utc_now
from models import Campaign, CampaignState
from tests.browser.conftest import EMAIL, PASSWORD, SHOTS
from tests.web.after.test_results import TOLD
from tests.world.campaign.campaigns import publishes
from tests.world.database.many_calls import write_calls
from tests.world.database.public_counts import a_minute_later, write_counts
from tests.world.people import keyboard
from tests.world.people.browsing import has_signed_in

LONG = "Tell them that everybody in the Commonwealth, whoever they are, is to be safe at home and in court " * 2


@pytest.fixture
def shoots():
    """Takes pictures for whoever wants to look at them."""

    def shoots(page, name):
        for width, scheme in ((320, "light"), (390, "dark"), (1440, "light"), (1440, "dark")) if SHOTS else ():
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            page.screenshot(path=f"{SHOTS}/{name}-{width}-{scheme}.png", full_page=True)
        page.emulate_media(color_scheme="null")

    return shoots


@pytest.fixture
def organizer(new_page, everything):
    page = new_page(320)
    has_signed_in(page, everything, EMAIL, PASSWORD)
    return page


def test_the_calls_of_a_filter_are_downloaded_by_keyboard(
    organizer, everything, faults_of, shoots, settings, campaign, tmp_path
):
    with psycopg.connect(settings.database_url) as connection:
        write_calls(connection, range(30), campaign=campaign, now=utc_now(), every="1 minute")
    organizer.goto(f"{everything.web_url}/organizers/calls?kind=through-us")
    keyboard.follows(organizer, "These calls as a file")
    found = faults_of(organizer)
    shoots(organizer, "file")
    with organizer.expect_download() as download:
        organizer.get_by_role("button", name="Download CSV").press("Enter")
    download.value.save_as(tmp_path / "calls.csv")
    with (tmp_path / "calls.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["kind"] for row in csv.DictReader(file)] == ["through-us"] * 30
    expect(organizer.get_by_text("Done: the file is whole, with 30 calls.").first).to_be_visible()
    Page.evaluate(organizer, "window.leaving = false")  # a file leads to no other page
    found += faults_of(organizer)
    shoots(organizer, "file-sent")
    assert found == []


@pytest.mark.parametrize(("sort", "name"), [("longest", "Longest talk first"), ("office", "By representative")])
def test_the_log_is_sorted_by_keyboard(organizer, everything, faults_of, shoots, settings, campaign, sort, name):
    with psycopg.connect(settings.database_url) as connection:
        write_calls(connection, range(300), campaign=campaign, now=utc_now(), every="1 minute")
    organizer.goto(f"{everything.web_url}/organizers/calls")
    organizer.locator("summary", has_text="More").press("Enter")
    organizer.get_by_label("Sorted").select_option(label=name)
    organizer.get_by_label("Sorted").press("Enter")
    keyboard.presses(organizer, "Show")
    expect(organizer.locator("caption")).to_contain_text(name)
    shoots(organizer, f"sorted-{sort}")
    found = faults_of(organizer)
    keyboard.follows(organizer, "Next calls")
    expect(organizer.locator("caption")).to_contain_text(name)
    assert found == []


def test_a_campaign_counts_and_tells_what_came_of_it(
    organizer, new_page, everything, faults_of, shoots, session, campaign
):
    a_minute_later()
    write_counts(session, campaign, reached=1234, own_phone=57)
    organizer.goto(f"{everything.web_url}/organizers/campaigns/{campaign}/public-numbers")
    shoots(organizer, "public-numbers")
    publishes(session, campaign, {("public", "count"): True, ("public", "goal"): 2000, ("english", "headline"): LONG})
    session.commit()
    visitor = new_page(320)
    visitor.goto(f"{everything.web_url}/c/safe-communities")
    expect(visitor.get_by_text("1,230 calls reached an office")).to_be_visible()
    found = faults_of(visitor)
    shoots(visitor, "count")
    session.execute(update(Campaign).values(state=CampaignState.ARCHIVED))
    session.commit()
    organizer.reload()
    keyboard.presses(organizer, "Count now")
    expect(organizer.get_by_text("Counted. Look at the numbers")).to_be_visible()
    found += faults_of(organizer)
    shoots(organizer, "public-numbers-ended")
    publishes(session, campaign, {("results",): TOLD})
    session.commit()
    visitor.reload()
    keyboard.follows(visitor, "What came of it in numbers")
    expect(visitor.get_by_text("85 of 160")).to_be_visible()
    found += faults_of(visitor)
    shoots(visitor, "results")
    visitor.emulate_media(media="print")
    expect(visitor.get_by_role("heading", name="Share it")).to_be_hidden()
    shoots(visitor, "results-printed")
    visitor.emulate_media(media="screen")
    assert found == []
