"""While the database's disk is full no new call is taken, in words, and nothing that was typed is lost."""

import pytest
from sqlalchemy import select

from app.calls.life.changes import apply_news
from app.calls.life.legs import LegNews
from app.extensions import given
from models import Call, EventSource, Feedback, LegStatus
from tests.world.calls import a_call
from tests.world.carrier.signed_sender import OFFICE_LEG
from tests.world.database.full import FOR_GOOD
from tests.world.people.supporter import PHONE, Supporter

AWAY = "postgresql://postgres@127.0.0.1:9/none"
CALL = "/c/safe-communities/call"


@pytest.fixture
def supporter(disk, client, campaign):
    return Supporter(client)


@pytest.fixture
def page(supporter, session, campaign):
    """The page of a call that was asked for when there was room."""
    call = a_call(session, given(), campaign)
    return f"{CALL}/{given().tokens.sign('page', call.id)}"


def calls(session):
    session.rollback()
    return session.scalars(select(Call)).all()


def test_a_click_rings_nobody_and_its_page_shows_whom_to_call(supporter, disk, session):
    form = supporter.form()
    disk.gets_full()
    answer = supporter.sends(form)
    assert "/own/" in answer.location
    assert "cannot ring" in supporter.client.get(answer.location).text
    assert calls(session) == []


def test_where_nothing_at_all_can_be_kept_it_says_so_and_keeps_what_was_typed(supporter, disk, session):
    form = supporter.form()
    disk.gets_full(FOR_GOOD)
    answer = supporter.sends(form)
    assert answer.status_code == 503
    assert "Our computer has no room left just now" in answer.text
    assert f'name="phone" value="{PHONE}"' in answer.text
    assert calls(session) == []


def test_what_is_pressed_on_the_page_of_a_call_is_done_all_the_same(supporter, page, disk, session):
    disk.gets_full()
    assert supporter.client.post(f"{page}/cancel").status_code == 303
    assert [call.status for call in calls(session)] == ["canceled"]


def test_where_it_cannot_be_it_is_kept_to_be_sent_again(supporter, page, disk, session):
    (call,) = calls(session)
    apply_news(session, call.id, LegNews(OFFICE_LEG, 0, LegStatus.COMPLETED, duration=42), source=EventSource.CARRIER)
    session.commit()
    disk.gets_full(FOR_GOOD)
    told = {"office": "0", "outcome": "contact", "note": "They were kind."}
    answer = supporter.client.post(f"{page}/feedback", data=told)
    assert answer.status_code == 503
    assert "What you pressed was not done yet. If you are on the phone, stay on the line." in answer.text
    assert 'name="note" value="They were kind."' in answer.text
    assert session.scalars(select(Feedback)).all() == []


def test_with_the_database_away_the_page_of_a_call_does_not_say_that_nobody_was_called(app, page, another_app):
    answer = another_app(database_url=AWAY).test_client().get(page)
    assert answer.status_code == 503
    assert "stay on the line. This page looks again by itself." in answer.text
    assert 'http-equiv="refresh"' in answer.text
    assert "nobody was called" not in answer.text
