"""The carrier sends a request again, a moment later or at the same moment: it counts once, and is answered alike."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import count
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select, text, update

from app.calls.life.carrier_events import TURN
from app.store.db import db
from models import Call, CallStatus, CarrierEvent, RateLimit
from tests.world.carrier.twiml import elements
from tests.world.database.kept import everything_kept
from tests.world.examples import WHOLE_CALLS
from tests.world.patience import eventually
from tests.world.people.hotline_caller import HotlineCaller

SIDS = count(1)
BACK = {"DialCallStatus": "completed", "DialCallDuration": "42"}
ANSWERS = st.sampled_from([*"1234590*", "01040", "Acton", "Boston", "Leverett", "Worchester", "asdf", "yes", ""])
WAIT_FOR_LOCKS = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
)


@pytest.fixture
def twice(session):
    """Sends a request, and again; returns what both were answered."""

    def twice(send):
        first, kept = send(), everything_kept(session)
        assert (send(), everything_kept(session)) == (first, kept)
        return first

    return twice


def where_to(twiml):
    """The path that is asked next, and whether an office is rung; None where the call ends."""
    there = {
        one.tag: one.get("action") or one.text for one in elements(twiml) if one.tag in {"Gather", "Dial", "Redirect"}
    }
    address = there.get("Dial") or there.get("Gather") or there.get("Redirect")
    return (urlsplit(address).path, "Dial" in there) if address else None


@WHOLE_CALLS
@given(answers=st.lists(ANSWERS, min_size=3, max_size=10))
def test_a_whole_call_of_which_everything_is_sent_twice(app, campaign, twice, answers):
    caller, sid = HotlineCaller(app, 0), f"CA{next(SIDS):032d}"
    following = where_to(twice(lambda: caller.dials(CallSid=sid)))
    for answer in answers:
        if following is None:
            break
        path, rings = following
        heard = BACK if rings else {"Digits" if answer.isdigit() or answer == "*" else "SpeechResult": answer}
        following = where_to(twice(lambda path=path, heard=heard: caller.tells(path, CallSid=sid, **heard).text))


@pytest.fixture
def meanwhile(session):
    """Sends requests that wait for the call, changes it while they do, and returns what they are answered."""

    def meanwhile(*sends, change=lambda: None):
        session.execute(select(Call.id).with_for_update(key_share=True))
        with ThreadPoolExecutor(len(sends)) as threads, db.engine.connect() as other:
            sent = [threads.submit(send) for send in sends]
            other.execution_options(isolation_level="AUTOCOMMIT")
            assert eventually(lambda: other.scalar(WAIT_FOR_LOCKS) == len(sends))
            change()
            session.commit()
            return [one.result() for one in sent]

    return meanwhile


@pytest.fixture
def at_the_same_moment(meanwhile, twice):
    """Sends the same twice while somebody else holds the call, and lets go once both wait; returns the answer."""

    def at_the_same_moment(send):
        first, second = meanwhile(send, send)
        assert first == second == twice(send)
        return first

    return at_the_same_moment


def test_two_turns_of_a_call_at_once_are_both_kept_and_answered(carrier, session, meanwhile):
    turns = {"answered": {}, "after/greeting/0/1": {"Digits": "1"}, "after/survey_again/0/2": {"Digits": "2"}}
    answers = meanwhile(*(lambda what=what, form=form: carrier.asks(what, **form).text for what, form in turns.items()))
    kept = session.scalars(select(CarrierEvent.name).where(CarrierEvent.kind == TURN)).all()
    assert sorted(kept) == ["greeting", "left_message", "script"]
    assert [carrier.asks(what, **form).text for what, form in turns.items()] == answers
    assert session.scalar(select(Call.status)) is CallStatus.ACCEPTED


def test_a_call_that_ends_while_its_turn_waits_is_said_goodbye(carrier, session, meanwhile):
    ends = partial(session.execute, update(Call).values(status=CallStatus.CANCELED, ended_at=func.now()))
    (answer,) = meanwhile(lambda: carrier.asks("after/greeting/0/1", Digits="1").text, change=ends)
    assert "<Hangup" in answer
    assert session.scalars(select(CarrierEvent.name).where(CarrierEvent.kind == TURN)).all() == []


@pytest.mark.parametrize(
    ("what", "form"),
    [
        ("answered", {}),
        ("after/greeting/0/1", {"Digits": "1"}),
        ("after/never_again_sure/0/2", {"Digits": "9"}),
        ("after/script/0/2", {"Digits": "1"}),
        ("after/connect/0/3", BACK),
        ("after/survey_again/0/4", {"Digits": "1"}),
        ("after/try_later/0/5", {"Digits": "1"}),
    ],
)
def test_two_copies_at_once_of_a_turn_are_one(carrier, at_the_same_moment, what, form):
    at_the_same_moment(lambda: carrier.asks(what, **form).text)


@pytest.mark.parametrize(
    ("heard", "step", "form"),
    [
        ({}, "welcome", {"Digits": "2"}),
        ({"town": "Acton"}, "located", {"Digits": "2"}),
        ({"town": "Leverett"}, "located", {"Digits": "1"}),
        ({"town": "Holyoke"}, "located", {"Digits": "1"}),
        ({"town": "asdf", "misses": 1}, "located", {"SpeechResult": "qwerty"}),
    ],
)
def test_two_copies_at_once_on_the_hotline_are_one(app, session, campaign, at_the_same_moment, heard, step, form):
    caller = HotlineCaller(app, 1)
    caller.dials()
    session.execute(update(Call).values(heard=heard))
    session.commit()
    at_the_same_moment(lambda: caller.says(step, **form))


def misses(session):
    session.rollback()
    return session.scalar(select(Call.heard["misses"].as_integer()))


def test_a_place_that_we_do_not_know_is_missed_once_however_often_it_is_told(app, session, campaign, twice):
    caller = HotlineCaller(app, 1)
    caller.dials()
    assert "We don't know that place" in twice(lambda: caller.says("where", turn=2, SpeechResult="asdf"))
    assert misses(session) == 1


def test_a_place_that_is_told_twice_at_once_is_missed_once(app, session, campaign, at_the_same_moment):
    caller = HotlineCaller(app, 1)
    caller.dials()
    at_the_same_moment(lambda: caller.says("where", turn=2, SpeechResult="asdf"))
    assert misses(session) == 1


def test_somebody_of_whom_we_are_told_many_times_at_once_dialed_once(app, session, campaign):
    with ThreadPoolExecutor(6) as threads:
        answers = [one.result() for one in [threads.submit(HotlineCaller(app, 1).dials) for _ in range(6)]]
    assert len(set(answers)) == 1
    assert session.scalar(select(func.count()).select_from(Call)) == 1


def test_whoever_called_too_often_hears_the_same_when_that_is_sent_again(app, session, campaign, twice):
    for nth in range(6):
        HotlineCaller(app, nth).dials(CallSid=f"CA{nth:032d}")
    assert "very often" in twice(HotlineCaller(app, 7).dials)
    assert session.scalar(select(func.count()).select_from(RateLimit)) == 1
