"""A crowd of reports of one call: whoever is first, the log says the same."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from models import Call, CarrierEvent
from tests.world.carrier.signed_sender import SignedSender
from tests.world.people.crowd import wait_until_they_wait


@pytest.fixture
def all_wait_for_the_call(session, call):
    """Let requests begin and all of them wait for the call's row, then let them go on; returns their answers."""

    def all_wait(*requests):
        session.rollback()
        session.execute(select(Call.id).where(Call.id == call.id).with_for_update(key_share=True))
        with ThreadPoolExecutor(len(requests)) as threads:
            answers = [threads.submit(request) for request in requests]
            wait_until_they_wait(session.get_bind(), len(requests))
            session.rollback()
            return [answer.result().status_code for answer in answers]

    return all_wait


@pytest.fixture
def talking(carrier):
    """The carrier of a call on which people talk since the sixtieth second."""
    carrier.reports("ringing", 1, at=0)
    carrier.reports("in-progress", 2, at=4)
    carrier.reports("ringing", 1, office=True, at=54)
    carrier.reports("in-progress", 2, office=True, at=60)
    return carrier


def seconds(call):
    return call.line_outcome, call.ring_seconds, call.talk_seconds, call.total_seconds


@pytest.mark.parametrize("turned_round", [False, True])
def test_when_the_supporter_hangs_up_both_legs_end_at_once(all_wait_for_the_call, talking, call, fresh, turned_round):
    ends = [
        lambda: talking.reports("completed", 3, at=102, CallDuration="98"),
        lambda: talking.reports("completed", 3, office=True, at=102, CallDuration="42"),
    ]
    all_wait_for_the_call(*(reversed(ends) if turned_round else ends))
    assert seconds(fresh(call.id)) == ("answered", 6, 42, 102)


def test_the_end_of_the_bridge_and_of_both_legs_at_once(all_wait_for_the_call, talking, call, fresh):
    bridge = {"DialCallStatus": "completed", "DialCallSid": talking.office_leg, "DialCallDuration": "42"}
    all_wait_for_the_call(
        lambda: talking.reports("completed", 3, at=102, CallDuration="98"),
        lambda: talking.asks("after/connect/0/3", **bridge),
        lambda: talking.reports("completed", 3, office=True, at=102, CallDuration="42"),
    )
    assert seconds(fresh(call.id)) == ("answered", 6, 42, 102)


def test_one_report_ten_times_at_once_is_kept_once(app, session, carrier):
    senders = [SignedSender(app, carrier.call_id) for _ in range(10)]
    with ThreadPoolExecutor(10) as threads:
        answers = list(threads.map(lambda sender: sender.reports("ringing", 1).status_code, senders))
    assert answers == [200] * 10
    assert len(session.scalars(select(CarrierEvent)).all()) == 1
