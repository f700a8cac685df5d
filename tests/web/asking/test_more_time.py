"""The box "I use a relay service, captions, or need more time": remembered with what was typed, and with the call."""

import re
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from app import create_app
from app.store.db import close_db
from models import Call
from tests.world.people.supporter import Supporter

pytestmark = pytest.mark.usefixtures("campaign")

SATURDAY = datetime(2026, 11, 28, 17, 0, tzinfo=UTC)
TICKED = re.compile(r'<input id="more_time" [^>]* checked')
CARRIED = '<input type="hidden" name="more_time" value="1">'
PRESS_8 = "Press 8 first"


@pytest.fixture
def supporter(client):
    return Supporter(client)


@pytest.fixture
def at_night(settings):
    """A supporter on a Saturday, when no office is open."""
    app = create_app(settings.model_copy(update={"always_open": False}), clock=lambda: SATURDAY)
    yield Supporter(app.test_client())
    close_db(app)


def boxes_sent(page):
    """How many of the page's forms send it on."""
    return page.text.count(CARRIED), page.text.count('name="token"')


@pytest.mark.parametrize(("typed", "is_known"), [({"more_time": "1"}, True), ({}, False)])
def test_it_is_kept_with_the_call(supporter, session, typed, is_known):
    supporter.asks_to_be_called(**typed)
    assert session.scalars(select(Call.more_time)).one() is is_known


def test_it_stays_ticked_where_something_is_wrong_with_the_form(supporter):
    assert TICKED.search(supporter.asks_to_be_called(phone="12", more_time="1").text)
    assert not TICKED.search(supporter.asks_to_be_called(phone="12").text)


def test_it_stays_ticked_in_another_language(client, supporter):
    page = client.post("/c/safe-communities?language=es", data=supporter.form(more_time="1"), follow_redirects=True)
    assert TICKED.search(page.text)
    assert "Uso retransmisión o subtítulos, o necesito más tiempo." in page.text


@pytest.mark.parametrize("town", ["Acton", "Worchester", "Leverett"])
def test_one_more_question_carries_it_along(supporter, town):
    carried, forms = boxes_sent(supporter.asks_to_be_called(town=town, more_time="1"))
    assert carried == forms > 0
    assert boxes_sent(supporter.asks_to_be_called(town=town))[0] == 0


def test_so_does_an_office_that_is_closed(at_night, session):
    carried, forms = boxes_sent(at_night.asks_to_be_called(more_time="1"))
    assert carried == forms > 0
    at_night.asks_to_be_called(more_time="1", when="open")
    assert session.scalars(select(Call.more_time)).one() is True


@pytest.mark.parametrize(("typed", "is_told"), [({"more_time": "1"}, True), ({}, False)])
def test_whoever_dials_themselves_is_told_to_press_8(client, supporter, typed, is_told):
    answer = supporter.asks_to_be_called(dial="1", phone="", consent="", **typed)
    assert (PRESS_8 in client.get(answer.location).text) is is_told
