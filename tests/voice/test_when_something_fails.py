"""Whatever fails while somebody is on the phone, they hear a sentence."""

import re
import socket
import time
from contextlib import contextmanager

import pytest
from sqlalchemy import select, text

from models import CallStatus, CarrierEvent
from tests.world.carrier.signed_sender import SignedSender
from tests.world.carrier.twiml import names, words
from tests.world.examples import LONG
from tests.world.log_lines import log_lines
from tests.world.people.hotline_caller import HotlineCaller

CARRIER_WAITS = 15  # seconds
TURNS = ["answered", "after/greeting/0/1", "after/connect/0/3"]


@pytest.fixture
def nothing_fits(session):
    """The database fails in the middle of whatever is written down meanwhile."""

    @contextmanager
    def nothing_fits():
        session.execute(text("ALTER TABLE carrier_event ADD CONSTRAINT nothing_fits CHECK (false) NOT VALID"))
        session.commit()
        yield
        session.execute(text("ALTER TABLE carrier_event DROP CONSTRAINT nothing_fits"))
        session.commit()

    return nothing_fits


def comes_back(carrier, **form):
    """The supporter comes back from the office, whose leg is told of with the turn."""
    return carrier.asks("after/connect/0/3", DialCallStatus="completed", **form)


@pytest.mark.parametrize("what", TURNS)
def test_without_a_database_a_turn_says_that_something_went_wrong(without_database, what):
    answer = without_database.asks(what, Digits="1")
    assert (answer.status_code, answer.mimetype) == (200, "text/xml")
    assert "Something went wrong on our end" in words(answer.text)


@pytest.mark.parametrize("what", TURNS)
def test_without_a_database_a_turn_hangs_up(without_database, what):
    assert names(without_database.asks(what, Digits="1").text)[-1] == "Hangup"


def test_without_a_database_a_report_is_refused_so_that_it_is_sent_again(without_database):
    assert without_database.reports("ringing", 1).status_code == 503


def test_without_a_database_the_fallback_still_speaks(without_database):
    assert "Something went wrong" in words(without_database.posts("fallback", {}).text)


@pytest.fixture
def silent_database(app_with):
    """The carrier of an app whose database is there, and does not answer."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        yield SignedSender(app_with(database_url=f"postgresql://postgres@127.0.0.1:{port}/none"), 1)


@pytest.mark.skipif(not LONG, reason="it is given up after seconds")
@pytest.mark.parametrize("what", ["answered", "fallback"])
def test_where_the_database_does_not_answer_a_sentence_comes_before_the_carrier_gives_up(silent_database, what):
    began = time.monotonic()
    answer = silent_database.asks(what, ErrorCode="11200")
    assert "Something went wrong" in words(answer.text)
    assert time.monotonic() - began < CARRIER_WAITS


def test_without_a_database_an_unsigned_request_is_still_refused(without_database):
    assert without_database.client.post(without_database.path("status")).status_code == 403


def test_a_failure_in_the_middle_of_a_turn_is_spoken(carrier, nothing_fits):
    with nothing_fits():
        answer = comes_back(carrier)
    assert (answer.status_code, names(answer.text)[-1]) == (200, "Hangup")


def test_a_failure_in_the_middle_of_a_turn_leaves_nothing_behind(carrier, nothing_fits, status):
    with nothing_fits():
        comes_back(carrier)
    assert status() is CallStatus.DIALING


def test_a_failure_in_the_middle_of_a_report_is_told(carrier, nothing_fits):
    with nothing_fits():
        assert carrier.reports("ringing", 1).status_code == 503


def test_after_a_failure_the_next_turn_works(carrier, nothing_fits, status):
    with nothing_fits():
        comes_back(carrier)
    carrier.asks("answered")
    assert status() is CallStatus.ANSWERED


def test_what_failed_is_logged_without_a_number(carrier, nothing_fits):
    with nothing_fits(), log_lines() as logged:
        comes_back(carrier, To="+16175550123", Called="617 555 0123")
    assert re.search(r"event='voice_failed' call=\d+ request='[0-9a-f-]{19}' ", logged())
    assert "0123" not in logged()


def test_where_it_failed_is_logged_and_in_our_own_code(carrier, nothing_fits):
    with nothing_fits(), log_lines() as logged:
        comes_back(carrier)
    assert "/app/calls/steps/means.py:" in logged()


def test_the_fallback_says_that_something_went_wrong(carrier):
    assert "Something went wrong" in words(carrier.posts("fallback", {"ErrorCode": "11200"}).text)


@pytest.fixture
def on_the_hotline(app, campaign):
    return HotlineCaller(app, 1)


FALLBACK = "/voice/hotline/fallback"


def test_why_a_call_to_the_hotline_failed_is_kept_with_it(on_the_hotline, session):
    on_the_hotline.dials()
    assert "Something went wrong" in words(on_the_hotline.tells(FALLBACK, ErrorCode="11200").text)
    told = session.scalars(select(CarrierEvent.told).where(CarrierEvent.kind == "refused")).all()
    assert told == [{"ErrorCode": "11200"}]


def test_a_call_to_the_hotline_that_was_never_written_down_is_spoken_to(on_the_hotline, session):
    assert "Something went wrong" in words(on_the_hotline.tells(FALLBACK, ErrorCode="11200").text)
    assert session.scalars(select(CarrierEvent)).all() == []
