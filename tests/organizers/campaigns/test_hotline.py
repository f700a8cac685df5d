"""Organizers see a campaign's hotline, and decide whether it keeps numbers."""

import re

import pytest

from models import Campaign
from tests.organizers.conftest import CSRF


@pytest.fixture
def at(campaign):
    return f"/organizers/campaigns/{campaign}"


@pytest.fixture
def sends(signed_in, at, session):
    """Sends a form of the hotline's page; gives what was told."""

    def sends(path, **typed):
        page = signed_in.reads(f"{at}/hotline")
        hidden = {"csrf_token": CSRF.search(page)[1], "seen": re.search(r'name="seen" value="(\w+)"', page)[1]}
        answer = signed_in.sends(f"{at}/{path}", **hidden | typed)
        session.rollback()
        return answer.location.partition("done=")[2]

    return sends


@pytest.fixture
def now(session, campaign):
    return lambda: session.get_one(Campaign, campaign, populate_existing=True)


def test_the_page_tells_the_number_and_how_the_campaign_stands(signed_in, at):
    page = signed_in.reads(f"{at}/hotline")
    assert "(617) 555-0100" in page
    assert "Live" in page


def test_what_is_so_already_changes_nothing(sends, now):
    assert (sends("hotline", shut="on"), now().serves_hotline) == ("changed", False)
    assert (sends("hotline", shut="on"), now().serves_hotline) == ("same", False)


def test_whoever_decided_on_what_is_no_longer_so_is_told(sends, now):
    assert (sends("hotline", shut="on", seen="True"), now().serves_hotline) == ("faster", True)


def test_whom_an_office_reaches_is_kept_and_read_again(sends, now, signed_in, at):
    assert sends("hotline", contact="Call Ana at 617 555 0142.") == "changed"
    assert now().office_contact == "Call Ana at 617 555 0142."
    assert "Call Ana at 617 555 0142." in signed_in.reads(f"{at}/hotline")


def test_without_a_hotline_no_page_offers_to_dial(sends, now, client, signed_in, at):
    assert "Dial our number instead" in client.get("/c/safe-communities").text
    assert (sends("hotline", shut="on"), now().serves_hotline) == ("changed", False)
    assert "Dial our number instead" not in client.get("/c/safe-communities").text
    assert "It is no hotline" in signed_in.reads(f"{at}/hotline")
