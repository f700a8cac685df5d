"""A campaign's page is rendered once for everybody who sees it for the first time."""

import re

import pytest

from app.web.first_showing import FirstShowings

PAGE = "/c/safe-communities"
TOKEN = re.compile(r'name="token" value="([^"]+)"')


@pytest.fixture
def showings(client, campaign):
    return [client.get(PAGE).text for _ in range(2)]


def test_all_that_differs_between_two_showings_is_the_token(showings):
    one, other = (TOKEN.search(page)[1] for page in showings)
    assert one != other
    assert showings[0].replace(one, other) == showings[1]


def test_a_form_that_was_shown_from_memory_rings(client, showings):
    form = {"token": TOKEN.search(showings[1])[1], "phone": "617 555 0123", "town": "Holyoke", "consent": "en"}
    assert client.post(f"{PAGE}/call", data=form).status_code == 303


def test_the_oldest_page_makes_room():
    showings, rendered = FirstShowings(most=2), []
    for key in ("one", "two", "three", "three", "one"):
        showings.page(key, "token", lambda place, key=key: rendered.append(key) or place)
    assert rendered == ["one", "two", "three", "one"]


def test_the_token_stands_where_it_belongs():
    assert FirstShowings().page("key", "token", lambda place: f"<{place}>") == "<token>"
