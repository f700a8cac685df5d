"""An 8 asks for more time: it is given until the call is over, and nobody can read afterwards who asked for it."""

import pytest
from sqlalchemy import select

from app.calls.shown.timeline import call_timeline
from models import Call, CallStatus, CarrierEvent
from tests.world.carrier.twiml import the, words
from tests.world.people.hotline_caller import HotlineCaller


@pytest.fixture
def needs_more_time(session):
    """Whether the only call is one on which we wait for longer."""

    def needs_more_time():
        session.rollback()
        return session.scalars(select(Call.more_time)).one()

    return needs_more_time


@pytest.fixture
def kept(session):
    """What is kept of every turn: where it led, and which key was pressed."""

    def kept():
        session.rollback()
        events = session.execute(select(CarrierEvent.name, CarrierEvent.told).order_by(CarrierEvent.at))
        return [(name, (told or {}).get("Digits")) for name, told in events]

    return kept


def test_whoever_asked_for_it_is_waited_for_from_then_on(carrier, needs_more_time):
    carrier.asks()
    assert the("Gather", carrier.asks("after/greeting/0/1", Digits="8").text).get("timeout") == "24"
    assert the("Gather", carrier.asks("after/more_time/0/2", Digits="1").text).get("timeout") == "24"
    assert needs_more_time()


def test_an_eight_that_is_sent_again_is_answered_alike(carrier, needs_more_time):
    carrier.asks()
    twice = [carrier.asks("after/greeting/0/1", Digits="8").text for _ in range(2)]
    assert (twice[0] == twice[1], needs_more_time()) == (True, True)


def test_nothing_is_kept_of_that_turn_and_no_eight_of_any(carrier, kept):
    carrier.asks()
    carrier.asks("after/greeting/0/1", Digits="8")
    carrier.asks("after/more_time/0/2", Digits="1")
    carrier.asks("after/after_office/0/3", Digits="8")
    assert kept() == [("greeting", None), ("script", "1")]


def test_it_is_forgotten_as_the_call_ends(carrier, needs_more_time, status):
    carrier.asks()
    carrier.asks("after/greeting/0/1", Digits="8")
    carrier.reports("completed", 4, CallDuration="60")
    assert (status(), needs_more_time()) == (CallStatus.COMPLETED, False)


def test_an_eight_that_comes_after_the_end_changes_nothing(carrier, needs_more_time):
    carrier.asks()
    carrier.reports("completed", 4, CallDuration="60")
    assert "Goodbye" in words(carrier.asks("after/greeting/0/1", Digits="8").text)
    assert not needs_more_time()


def test_the_log_tells_nobody(carrier, session, call_id):
    carrier.asks()
    before = call_timeline(session, call_id)
    carrier.asks("after/greeting/0/1", Digits="8")
    session.rollback()
    assert call_timeline(session, call_id) == before


def test_on_the_hotline_the_language_is_asked_again_without_haste(app, campaign, needs_more_time):
    caller = HotlineCaller(app, 1)
    caller.dials()
    asked = caller.says("welcome", Digits="8")
    assert the("Gather", asked).get("timeout") == "15"
    assert "普通话，请按5。" in words(asked)
    assert needs_more_time()


def test_a_word_does_there_as_well(app, campaign, needs_more_time):
    caller = HotlineCaller(app, 1)
    caller.dials()
    caller.says("welcome", SpeechResult="Captions.")
    assert needs_more_time()
