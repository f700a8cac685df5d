"""A map to choose from: reached from every question about districts, narrowed like it, and answered by a choice."""

import re

import pytest
from sqlalchemy import select

from models import Call, CalledOffice, WhomToCall
from tests.world.campaign.campaigns import change_campaign
from tests.world.people.supporter import Supporter

pytestmark = pytest.mark.usefixtures("campaign")

LINKED = re.compile(r'<a href="#part-(\d+)" data-part="\d+" aria-label="(\d+): ([^"]+)"')
ROW = re.compile(r'<tr id="part-(\d+)">')
PICTURE = re.compile(r"<svg.*</svg>", re.DOTALL)
MOST = 15_000  # bytes


@pytest.fixture
def supporter(client):
    return Supporter(client)


@pytest.fixture
def called(session):
    """Whom the calls went to, and how that was found."""
    first = select(CalledOffice.district_geoid, CalledOffice.how_found).join(Call)
    return lambda: [tuple(row) for row in session.execute(first.where(CalledOffice.rank == Call.office_at))]


def on_the_map(page):
    """The districts that are linked in the picture, and those of the table, in their order."""
    return [geoid for geoid, _, _ in LINKED.findall(page.text)], ROW.findall(page.text)


@pytest.mark.parametrize("typed", [{}, {"street": "Zyzzyva Lane"}, {"street": "330 Main St"}])
def test_every_question_about_districts_leads_to_the_map(supporter, typed):
    assert 'name="map" value="1"' in supporter.asks_to_be_called(town="Acton", **typed).text


def test_each_district_is_a_link_and_a_row_with_its_representative(supporter):
    page = supporter.asks_to_be_called(town="Acton", map="1")
    assert "Where in Acton do you live?" in page.text
    assert LINKED.findall(page.text) == [("25072", "1", "Simon Cataldo"), ("25095", "2", "Dan Sena")]
    assert on_the_map(page)[1] == ["25072", "25095"]
    assert "14th Middlesex · Democratic" in page.text
    assert re.search(r"Next to <span>Carlisle, Concord", page.text)


@pytest.mark.parametrize("town", ["Boston", "Falmouth", "Middleborough"])
def test_no_picture_is_large(supporter, town):
    picture = PICTURE.search(supporter.asks_to_be_called(town=town, map="1").text)[0]
    assert len(picture.encode()) <= MOST


def test_what_is_chosen_there_is_called(supporter, called):
    supporter.asks_to_be_called(town="Acton", map="1", district="25095")
    assert called() == [("25095", "chosen")]


def test_a_district_of_another_town_is_not_called(supporter, called):
    page = supporter.asks_to_be_called(town="Acton", map="1", district="25130")
    assert on_the_map(page) == (["25072", "25095"], ["25072", "25095"])
    assert called() == []


def test_a_zip_code_leaves_its_own_districts_on_the_map(supporter):
    page = supporter.asks_to_be_called(town="Boston", zip="02130", map="1")
    linked, rows = on_the_map(page)
    assert (len(linked), len(rows), page.text.count('class="other"')) == (4, 4, 12)


def test_a_street_that_left_two_districts_leaves_them_on_the_map(supporter):
    linked, _ = on_the_map(supporter.asks_to_be_called(town="Boston", street="4000 Washington St", map="1"))
    assert 1 < len(linked) < 16


def test_a_zip_code_of_several_towns_has_one_map_of_them_all(supporter):
    linked, rows = on_the_map(supporter.asks_to_be_called(town="01002", map="1"))
    assert set(linked) == set(rows)
    assert len(rows) > 1


def test_the_map_is_there_in_every_language(client, supporter):
    form = supporter.form(town="Acton", map="1", district="25095")
    page = client.post("/c/safe-communities/call?language=es", data=form, follow_redirects=True)
    assert "Toque su parte del mapa" in page.text
    assert on_the_map(page)[1] == ["25072", "25095"]


def test_the_senate_has_no_map_and_no_location(supporter, session):
    change_campaign(session, whom_to_call=WhomToCall.SENATOR)
    page = supporter.asks_to_be_called(town="Worcester", map="1").text
    assert "<svg" not in page
    assert "data-outlines" not in page
    assert 'name="district"' in page


def test_a_town_that_is_no_question_needs_no_map(supporter, called):
    supporter.asks_to_be_called(town="Holyoke", map="1")
    assert called() == [("25048", "town")]
