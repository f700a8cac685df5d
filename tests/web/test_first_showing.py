"""A campaign's page is rendered once for everybody who sees it for the first time."""

import re

import pytest

from app.web.asking.form_keys import FormKeys
from app.web.first_showing import FirstShowings

PAGE = "/c/safe-communities"
TOKEN = re.compile(r'name="token" value="([^"]+)"')
KEYS = re.compile(r'name="(?:token|secret)" value="([^"]+)"')
ONE = FormKeys("token", "secret", "")


@pytest.fixture
def showings(client, campaign):
    return [client.get(PAGE).text for _ in range(2)]


def test_all_that_differs_between_two_showings_are_the_keys(showings):
    first, second = showings
    for one, other in zip(KEYS.findall(first), KEYS.findall(second), strict=True):
        assert one != other
        first = first.replace(one, other)
    assert first == second


def test_a_form_that_was_shown_from_memory_rings(client, showings):
    form = {"token": TOKEN.search(showings[1])[1], "phone": "617 555 0123", "town": "Holyoke", "consent": "en"}
    assert client.post(f"{PAGE}/call", data=form).status_code == 303


def test_the_oldest_page_makes_room():
    showings, rendered = FirstShowings(most=2), []
    for key in ("one", "two", "three", "three", "one"):
        showings.page(key, ONE, lambda places, key=key: rendered.append(key) or places.token)
    assert rendered == ["one", "two", "three", "one"]


def test_the_keys_stand_where_they_belong():
    keys = FormKeys("token", "secret", '{"of": "a form"}', "flyer")
    page = FirstShowings().page("key", keys, lambda places: "|".join(places.each()))
    assert page == "token|secret|{&#34;of&#34;: &#34;a form&#34;}|flyer"
