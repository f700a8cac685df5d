"""A phone that may be rung, but not now: it is night where its number lies, or it rang in vain and is asked why."""

import pytest
from sqlalchemy import func, select

from app import create_app
from app.store.db import close_db
from models import Call, CallStatus
from tests.world.calls import rings
from tests.world.people.supporter import Supporter
from tests.world.time.clocks import local, on_the_wall
from tests.world.time.wall_clock import WallClock

NIGHT, WHY = "We ring this phone by day", "Did your phone not ring?"
HONOLULU = "808 555 0123"

pytestmark = pytest.mark.usefixtures("campaign")


def calls(session):
    session.rollback()
    return session.scalars(select(Call).order_by(Call.id)).all()


@pytest.fixture
def clock():
    return WallClock("2026-11-02 09:05")  # 4:05 in Honolulu


@pytest.fixture
def there(app, settings, clock):
    """Where offices and supporters have hours."""
    there = create_app(settings.model_copy(update={"always_open": False}), clock=clock)
    there.test_client_class = app.test_client_class
    yield there
    close_db(there)


@pytest.fixture
def supporter(there):
    return Supporter(there.test_client())


def test_who_has_a_number_of_honolulu_is_offered_the_afternoon_and_ways_to_dial(supporter, session):
    page = supporter.asks_to_be_called(phone=HONOLULU)
    assert NIGHT in page.text
    assert "Ring me on Monday, November 2, at 1:00 PM" in page.text
    assert 'href="tel:+16175550100"' in page.text
    assert calls(session) == []


def test_it_says_the_same_in_another_language(supporter, session):
    form = supporter.form(phone=HONOLULU)
    page = supporter.client.post("/c/safe-communities/call?language=es", data=form, follow_redirects=True)
    assert 'lang="es"' in page.text
    assert 'name="when" value="daytime"' in page.text
    assert calls(session) == []


def test_whoever_agrees_is_rung_then(supporter, session):
    supporter.asks_to_be_called(phone=HONOLULU, when="daytime")
    (call,) = calls(session)
    assert (call.status, on_the_wall(call.ring_at)) == (CallStatus.SCHEDULED, "2026-11-02 13:00")


def test_where_it_is_day_too_the_phone_rings_now(supporter, session, clock):
    clock.reads("2026-11-02 13:00")
    supporter.asks_to_be_called(phone=HONOLULU)
    assert [call.status for call in calls(session)] == [CallStatus.REQUESTED]


def test_a_closed_office_rings_them_in_the_afternoon_as_well(supporter, session, clock):
    clock.reads("2026-11-01 14:00")
    assert "We ring you on Monday, November 2, at 1:00 PM" in supporter.asks_to_be_called(phone=HONOLULU).text
    supporter.asks_to_be_called(phone=HONOLULU, when="open")
    assert on_the_wall(calls(session)[0].ring_at) == "2026-11-02 13:00"


@pytest.fixture
def rang_in_vain(app, client, session):
    """A browser that had a phone rung twice, on which nobody pressed 1."""
    supporter, own = Supporter(client), app.extensions["ringdown"]
    for _ in range(2):
        supporter.asks_to_be_called()
        assert rings(session, calls(session)[-1], own.clock() - 2 * HOUR)
    return supporter


HOUR = local("2026-11-02 10:00") - local("2026-11-02 09:00")


def test_the_third_time_it_is_asked_why(rang_in_vain, session):
    page = rang_in_vain.asks_to_be_called()
    assert WHY in page.text
    assert "Save our number" in page.text
    assert len(calls(session)) == 2


def test_and_then_it_rings_once_more(app, rang_in_vain, session):
    rang_in_vain.asks_to_be_called(picks_up="1")
    assert len(calls(session)) == 3
    assert rings(session, calls(session)[-1], app.extensions["ringdown"].clock())
    rang_in_vain.asks_to_be_called(picks_up="1")
    assert len(calls(session)) == 3


@pytest.mark.parametrize("picks_up", ["", "1"])
def test_elsewhere_nothing_is_told_of_it(app, rang_in_vain, session, picks_up):
    stranger = Supporter(app.test_client())
    answer = stranger.asks_to_be_called(picks_up=picks_up)
    assert "/own/" in answer.location
    assert WHY not in stranger.client.get(answer.location).text
    assert session.scalar(select(func.count(Call.id))) == 2
