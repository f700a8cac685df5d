"""What the page gives a phone that finds its district by itself: outlines that may be kept, and nothing to send to."""

import re

import pytest

from tests.world.people.supporter import Supporter

pytestmark = pytest.mark.usefixtures("campaign")

OUTLINES = re.compile(r'data-outlines="([^"]+)"')


@pytest.fixture
def supporter(client):
    return Supporter(client)


def test_the_button_is_hidden_until_a_script_shows_it(supporter):
    assert re.search(r'<section class="card" id="here" [^>]+ hidden>', supporter.asks_to_be_called(town="Acton").text)


def test_the_outlines_are_kept_under_an_address_that_names_no_town(client, supporter):
    address = OUTLINES.search(supporter.asks_to_be_called(town="Acton").text)[1]
    told = client.get(address)
    assert set(told.json["districts"]) == {"25072", "25095"}
    assert told.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "acton" not in address.lower()
    assert client.get("/outlines/acton").status_code == 404


def test_a_place_of_several_towns_has_the_outlines_of_each(supporter):
    assert len(OUTLINES.search(supporter.asks_to_be_called(town="01002").text)[1].split()) > 1


def test_only_the_page_with_the_button_may_ask_where_the_phone_is(client, supporter):
    asked, before = supporter.asks_to_be_called(town="Acton"), client.get("/c/safe-communities")
    assert "geolocation=(self)" in asked.headers["Permissions-Policy"]
    assert "geolocation=()" in before.headers["Permissions-Policy"]


def test_a_misspelled_town_is_asked_about_before_any_district(supporter):
    assert "data-outlines" not in supporter.asks_to_be_called(town="Worchester").text
