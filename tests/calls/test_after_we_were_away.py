"""All web servers were away: every call under way is asked about at once, and until then its page says so."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select, text, update

from app.calls.life.status import move_call
from app.calls.run.away import beat, find_out
from app.calls.run.found_out import was_found_out
from app.extensions import given
from app.jobs.lookout.away import look_whether_we_were_away
from app.store.unit import unit
from models import Call, CallStatus, EventSource, WebHeartbeat
from tests.world.calls import a_call

TALKS = (CallStatus.DIALING, CallStatus.ANSWERED, CallStatus.ACCEPTED, CallStatus.CONNECTING, CallStatus.TALKING)
FINDING_OUT = "We were away for a moment, and are finding out what became of your call."
CONNECTED = "You are connected with the office of"
ASKED_ABOUT = text("SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'reconcile_call'")


@pytest.fixture
def call(session, app, campaign):
    """Somebody who talks, as far as anybody was told."""
    call = a_call(session, given(), campaign)
    for status in TALKS:
        assert move_call(session, call.id, status, source=EventSource.CARRIER)
    session.commit()
    return call.id


@pytest.fixture
def away(session):
    """No web server was alive for so long."""

    def away(seconds):
        look(session)
        session.execute(update(WebHeartbeat).values(seen_at=WebHeartbeat.seen_at - timedelta(seconds=seconds)))
        session.commit()

    return away


@pytest.fixture
def said(client, call):
    """What the page of the call says now."""

    def said():
        page = client.get(f"/c/safe-communities/call/{given().tokens.sign('page', call)}").text
        return re.search(r'class="sentence[^>]*>([^<]+)<', page)[1]

    return said


def look(session):
    with unit(session) as work:
        look_whether_we_were_away(work, given())


def test_the_first_of_all_was_not_away(session, call, said):
    look(session)
    assert (session.scalar(ASKED_ABOUT), CONNECTED in said()) == (0, True)


@pytest.mark.parametrize(("seconds", "asks"), [(5, 0), (9, 1)])
def test_after_a_while_calls_are_asked_about_at_once(session, call, away, seconds, asks):
    away(seconds)
    look(session)
    look(session)
    assert session.scalar(ASKED_ABOUT) == asks


def test_until_the_carrier_answered_the_page_says_that_we_are_finding_out(session, call, away, said):
    away(60)
    look(session)
    assert FINDING_OUT in said()
    was_found_out(session, call)
    session.commit()
    assert CONNECTED in said()


def test_or_until_something_new_is_heard(session, call, away, said):
    away(60)
    look(session)
    move_call(session, call, CallStatus.ASKING, source=EventSource.CARRIER)
    session.commit()
    assert "You are back with us" in said()


def test_a_call_that_waits_is_nothing_to_find_out_about(session, app, campaign, away):
    call = a_call(session, given(), campaign)
    away(60)
    assert beat(session)
    assert find_out(session, queue=given().queue) == 0
    assert session.scalars(select(Call.checked_at).where(Call.id == call.id)).one() is None
