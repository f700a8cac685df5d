"""Whatever order and however often the carrier's reports arrive, the log says the same in the end."""

import pytest
from hypothesis import given
from sqlalchemy import func, select

from models import CallStatus, CarrierEvent, Leg
from tests.world.carrier.signed_sender import SignedSender
from tests.world.carrier.stories import a_busy_office, a_conversation, a_new_carrier, disorder, nobody_home
from tests.world.examples import WHOLE_CALLS

# Status, line outcome, and the seconds of ringing, talking and in all.
ENDS = {
    a_conversation: ("completed", "answered", 6, 42, 120),
    a_busy_office: ("completed", "busy", 2, 0, 78),
    nobody_home: ("no-answer", None, 25, 0, 25),
}


def known(call):
    return call.status, call.line_outcome, call.ring_seconds, call.talk_seconds, call.total_seconds


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


def test_of_what_the_carrier_sent_only_plain_words_and_short_numbers_are_kept(carrier, session):
    shown = {"SipResponseCode": "200", "CallDuration": "9"}
    carrier.reports("completed", 1, To="+16175550123", DialCallStatus="+16175550123", FromCity="BOSTON", **shown)
    assert session.scalars(select(CarrierEvent.told)).one() == shown


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


def test_of_an_office_that_the_call_has_not_no_leg_is_kept_and_the_answer_is_the_same(carrier, session):
    answers = [carrier.reports(status, 0, office=True, rank=7).status_code for status in ("ringing", "completed")]
    assert answers == [200, 200]
    assert session.scalar(select(func.count()).select_from(Leg)) == 0


def test_while_nothing_is_told_of_an_office_that_was_to_be_rung_nobody_knows_whether_they_talked(carrier, call, fresh):
    for event in list(a_conversation(carrier))[:7]:
        event()
    carrier.reports("completed", 4, at=122, CallDuration="116")
    assert (fresh(call.id).status, fresh(call.id).talk_seconds) == (CallStatus.COMPLETED, None)
    carrier.reports("completed", 3, office=True, at=108, CallDuration="42")
    assert fresh(call.id).talk_seconds == 42
