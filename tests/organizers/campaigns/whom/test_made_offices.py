"""Offices that are no legislator's beside those whom a campaign may call: shown without a search, listed, held back."""

import re

import pytest

from app.representatives.made.making import make_office
from models import WhomToCall
from tests.organizers.campaigns.whom.conftest import read
from tests.organizers.conftest import NOON
from tests.world.campaign.campaigns import change_campaign
from tests.world.database.own_roster import restore_offices
from tests.world.offices import GOVERNOR, governor, made_seats


@pytest.fixture(scope="module")
def database_url(own_offices):
    return own_offices


@pytest.fixture(autouse=True)
def as_it_was(clean_database):
    yield
    restore_offices(clean_database)


@pytest.fixture
def made(session):
    """The Governor's office; its row."""
    geoid = make_office(session, governor(), by="ana@example.org", now=NOON)
    session.commit()
    return made_seats(session)[geoid].holder.id


def test_where_there_is_none_it_says_what_that_is_for(page):
    assert "an office that is made once can be called by every campaign" in page.text()


def test_it_is_picked_without_a_search_and_put_on_the_list(page, made):
    assert f"{GOVERNOR} No legislator · Governor Put on the list" in page.text()
    assert page.does("add", GOVERNOR).location.endswith("done=changed#people")
    assert page.names("listed") == [GOVERNOR]
    assert "No legislator · Governor On the list" in page.text()


@pytest.mark.parametrize("sought", ["heal", "gov", "maura gov"])
def test_it_is_found_by_name_and_title_too(page, made, sought):
    assert "1 found." in page.text(find=sought)


@pytest.mark.parametrize("line", ["Maura Healey", "Healey, Maura", "Governor", "Maura Healey (Governor)"])
def test_it_is_understood_in_a_pasted_list(page, made, line):
    answer = page.sends("/pasted", **{"pasted": line, "as": "list"})
    assert "1 understood" in read(answer.text)


def test_it_is_held_back_like_anybody_else(page, made, signed_in, session):
    change_campaign(session, whom_to_call=WhomToCall.LISTED, listed=[made])
    at = f"{page.path}/held-back"
    assert f'<optgroup label="No legislator"><option value="{made}">' in signed_in.reads(at)
    page.sends("/held-back", holder=str(made))
    assert re.search("not called: held back", page.text())
    assert f"{GOVERNOR} Governor, No legislator" in read(signed_in.reads(at))
