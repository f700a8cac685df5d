"""Whoever chooses among office holders, or has one on the page, can tell whether it is their own."""

import html
import re

import pytest

from app.web.names import initials
from tests.world.people.supporter import Supporter

pytestmark = pytest.mark.usefixtures("campaign")


@pytest.fixture
def supporter(client):
    return Supporter(client)


def words_of(page):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_each_to_choose_from_has_a_picture_a_party_a_district_and_its_towns(supporter):
    words = words_of(supporter.asks_to_be_called(town="Greenfield").text)
    assert "SW Susannah Whipps 2nd Franklin · Independent Athol, Greenfield, Orange, Winchendon and 6 more" in words


def test_an_empty_seat_has_an_empty_picture(supporter):
    page = supporter.asks_to_be_called(town="Greenfield").text
    assert re.search(r'class="face nobody" aria-hidden="true"></span>\s*<span><strong>Vacant seat', page)


def test_in_boston_the_neighborhoods_are_named(supporter):
    words = words_of(supporter.asks_to_be_called(town="Mattapan").text)
    assert "Boston (Mattapan, Dorchester), Milton" in words


def test_the_call_shows_whom_it_goes_to(supporter, client):
    page = client.get(supporter.asks_to_be_called().location.removesuffix("#main"))
    assert "Your call to Representative Pat Duffy PD 5th Hampden · Democratic Holyoke, Chicopee" in words_of(page.text)


def test_the_towns_are_read_as_names_in_another_language(supporter, client):
    client.set_cookie("language", "es")
    page = supporter.asks_to_be_called(town="Greenfield").text
    assert '<span lang="en">Athol, Greenfield, Orange, Winchendon</span> y 6 más' in page


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Mike Connolly", "MC"), ("José F. Tosado", "JT"), ("Angelo Puppolo, Jr.", "AP"), ("Cher", "C"), (None, "")],
)
def test_the_picture_holds_the_first_letters_of_first_and_last_name(name, letters):
    assert initials(name) == letters
