"""Whatever order and however often the carrier's reports arrive, the log says the same in the end."""

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from app.calls.life.status import move_call
from models import CallStatus, CarrierEvent
from tests.world.calls import a_call
from tests.world.carrier.signed_sender import SignedSender
from tests.world.examples import WHOLE_CALLS

NUMBERS = count()


def a_conversation(carrier):
    """Everything that the carrier tells and asks of a call that went well, in its natural order."""
    yield lambda: carrier.reports("queued", 0, at=0)
    yield lambda: carrier.reports("initiated", 1, at=1)
    yield lambda: carrier.reports("ringing", 2, at=2)
    yield lambda: carrier.reports("in-progress", 3, at=6)
    yield lambda: carrier.asks("answered")
    yield lambda: carrier.asks("after/greeting/0/1", Digits="1")
    yield lambda: carrier.asks("after/script/0/2", Digits="1")
    yield lambda: carrier.reports("initiated", 0, office=True, at=59)
    yield lambda: carrier.reports("ringing", 1, office=True, at=60)
    yield lambda: carrier.reports("in-progress", 2, office=True, at=66)
    yield lambda: carrier.reports("completed", 3, office=True, at=108, CallDuration="42")
    yield lambda: carrier.asks("after/connect/0/3", **_bridge(carrier, "completed", DialCallDuration="42"))
    yield lambda: carrier.asks("after/after_office/0/4", Digits="1")
    yield lambda: carrier.reports("completed", 4, at=122, CallDuration="116")


def a_busy_office(carrier):
    """The same with an office whose line is busy."""
    yield lambda: carrier.reports("ringing", 0, at=2)
    yield lambda: carrier.reports("in-progress", 1, at=6)
    yield lambda: carrier.asks("answered")
    yield lambda: carrier.asks("after/greeting/0/1", Digits="1")
    yield lambda: carrier.asks("after/script/0/2", Digits="1")
    yield lambda: carrier.reports("initiated", 0, office=True, at=60)
    yield lambda: carrier.reports("ringing", 1, office=True, at=60)
    yield lambda: carrier.reports("busy", 2, office=True, at=62)
    yield lambda: carrier.asks("after/connect/0/3", **_bridge(carrier, "busy"))
    yield lambda: carrier.reports("completed", 2, at=80, CallDuration="74")


def nobody_home(carrier):
    """A supporter who does not pick up."""
    yield lambda: carrier.reports("initiated", 0, at=0)
    yield lambda: carrier.reports("ringing", 1, at=1)
    yield lambda: carrier.reports("no-answer", 2, at=26)


# Status, line outcome, and the seconds of ringing, talking and in all.
ENDS = {
    a_conversation: ("completed", "answered", 6, 42, 120),
    a_busy_office: ("completed", "busy", 2, 0, 78),
    nobody_home: ("no-answer", None, 25, 0, 25),
}


def _bridge(carrier, status, **more):
    return {"DialCallStatus": status, "DialCallSid": carrier.office_leg, **more}


def a_new_carrier(app, session, campaign):
    """A call of its own for every example, which the carrier was asked to ring."""
    number = next(NUMBERS)
    call = a_call(session, app.extensions["ringdown"], campaign, phone=f"+1{200 + number // 100}55501{number % 100:02}")
    move_call(session, call.id, CallStatus.DIALING)
    session.commit()
    return SignedSender(app, call.id, f"CA{number:032}", f"CB{number:032}")


def known(call):
    return call.status, call.line_outcome, call.ring_seconds, call.talk_seconds, call.total_seconds


@st.composite
def disorder(draw):
    """A kind of call, and the order in which its events arrive: each at least once, some again."""
    story = draw(st.sampled_from(sorted(ENDS, key=lambda story: story.__name__)))
    how_many = {a_conversation: 14, a_busy_office: 10, nobody_home: 3}[story]
    again = draw(st.lists(st.integers(0, how_many - 1), max_size=4))
    return story, draw(st.permutations([*range(how_many), *again]))


@WHOLE_CALLS
@given(disorder())
def test_any_order_and_any_repetition_end_alike(app, session, campaign, fresh, disorder):
    story, order = disorder
    carrier, endings = a_new_carrier(app, session, campaign), set()
    events = list(story(carrier))
    for number in order:
        assert events[number]().status_code == 200
        endings.add(fresh(carrier.call_id).ended_at)
    assert known(fresh(carrier.call_id)) == ENDS[story]
    assert len(endings - {None}) == 1


def test_the_natural_order_gives_the_same(app, session, campaign, fresh):
    for story, end in ENDS.items():
        carrier = a_new_carrier(app, session, campaign)
        for event in story(carrier):
            event()
        assert known(fresh(carrier.call_id)) == end


def events(session):
    return session.scalar(select(func.count()).select_from(CarrierEvent))


def test_a_report_that_comes_three_times_is_kept_once(carrier, session):
    for _ in range(3):
        carrier.reports("ringing", 1)
    assert events(session) == 1


def test_a_late_report_is_kept_and_changes_no_ending(carrier, session, call, fresh):
    carrier.reports("completed", 3, at=9)
    carrier.reports("in-progress", 2, at=5)
    assert (events(session), fresh(call.id).status) == (2, CallStatus.COMPLETED)


def test_minutes_are_not_taken_for_seconds(carrier, call, fresh):
    carrier.reports("completed", 3, office=True, at=50, Duration="1", CallDuration="42")
    assert fresh(call.id).talk_seconds == 42


def test_what_the_carrier_sent_is_kept_encrypted(carrier, session):
    carrier.reports("ringing", 1, To="+16175550123")
    assert b"5550123" not in session.scalars(select(CarrierEvent.form_encrypted)).one()


def test_a_report_of_a_call_that_never_was_is_kept_nowhere(app, session, carrier):
    SignedSender(app, 999).reports("ringing", 1)
    assert events(session) == 0


def test_a_clock_that_is_wrong_gives_no_negative_seconds(carrier, call, fresh):
    carrier.reports("ringing", 0, at=60)
    carrier.reports("completed", 1, at=10)
    assert fresh(call.id).total_seconds == 0


def test_a_time_that_never_arrived_is_unknown_and_not_zero(carrier, call, fresh):
    carrier.reports("in-progress", 2, at=5)
    assert (fresh(call.id).ring_seconds, fresh(call.id).total_seconds) == (None, None)


@pytest.mark.parametrize("status", ["busy", "failed"])
def test_a_line_that_was_busy_or_dead_from_the_start_did_not_ring(carrier, call, fresh, status):
    carrier.reports(status, 1, office=True, at=5)
    assert fresh(call.id).ring_seconds == 0
