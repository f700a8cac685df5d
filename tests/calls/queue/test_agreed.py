""" "Call me now" means within ten minutes: whoever waits for longer is asked, and rung only if they say yes."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.calls.queue.agreed import keep_place
from app.calls.run.ring import ring_everybody
from models import Call, CallStatus, EndReason
from tests.world.calls import a_call
from tests.world.jobs import jobs_done
from tests.world.one_unit import kept
from tests.world.time.clocks import local
from tests.world.time.wall_clock import WallClock

NOON = "2026-10-30 12:00"
CLICK = local(NOON)


def after(minutes):
    return CLICK + timedelta(minutes=minutes)


@pytest.fixture
def clock():
    return WallClock(NOON)


@pytest.fixture
def clicks(session, own, campaign, clock):
    """Somebody who clicked, and did or did not agree to wait."""

    def clicks(phone="+16175550123", **what):
        return a_call(session, replace(own, clock=clock), campaign, phone=phone, **what).id

    return clicks


@pytest.fixture
def looks(session, ringing, carrier_server, clock, fresh):
    """Let the worker look for calls to ring, so many minutes after the click."""
    carrier_server.answers()

    def looks(minutes, call_id):
        clock.now = after(minutes)
        then = replace(ringing, clock=clock)
        kept(session, lambda work: ring_everybody(work, then))
        jobs_done(session, then)
        return fresh(call_id)

    return looks


@pytest.fixture
def says_yes(session, fresh):
    """Keep the place, so many minutes after the click."""

    def says_yes(minutes, call_id):
        keep_place(session, call_id, after(minutes))
        session.commit()
        return fresh(call_id)

    return says_yes


def place(call):
    return (call.waits_since, call.ring_until)


def test_within_ten_minutes_the_phone_rings(clicks, looks):
    assert looks(9, clicks()).status is CallStatus.DIALING


def test_after_ten_minutes_nobody_is_rung_who_was_not_asked(clicks, looks, carrier_server):
    call = looks(10, clicks())
    assert (call.status, call.waits_for, carrier_server.rung()) == (CallStatus.REQUESTED, None, 0)


def test_whoever_is_asked_lets_the_next_go_first(clicks, looks, clock, fresh):
    first = clicks()
    clock.now = after(5)
    second = clicks("+16175550124")
    assert looks(11, second).status is CallStatus.DIALING
    assert fresh(first).status is CallStatus.REQUESTED


@pytest.mark.parametrize("was_looked_for", [True, False])
def test_a_yes_keeps_the_place_that_the_click_had(clicks, looks, says_yes, was_looked_for):
    call_id = clicks()
    if was_looked_for:
        looks(11, call_id)
    assert place(says_yes(12, call_id)) == (CLICK, after(90))
    assert looks(13, call_id).status is CallStatus.DIALING


def test_a_yes_that_is_said_twice_is_said_once(clicks, says_yes):
    call_id = clicks()
    says_yes(11, call_id)
    assert place(says_yes(95, call_id)) == (CLICK, after(90))


def test_a_yes_before_anybody_asked_changes_nothing(clicks, says_yes):
    assert place(says_yes(9, clicks())) == (CLICK, after(10))


def test_without_an_answer_the_call_ends_and_says_why(clicks, looks, says_yes):
    call_id = clicks()
    assert looks(19, call_id).status is CallStatus.REQUESTED
    call = looks(20, call_id)
    assert (call.status, call.end_reason) == (CallStatus.CANCELED, EndReason.WAITED_TOO_LONG)
    assert says_yes(21, call_id).status is CallStatus.CANCELED


@pytest.mark.parametrize(("minutes", "status"), [(89, CallStatus.DIALING), (90, CallStatus.CANCELED)])
def test_whoever_agreed_at_the_click_waits_for_ninety_minutes_and_is_not_asked(clicks, looks, minutes, status):
    assert looks(minutes, clicks(keeps_place=True)).status is status


def test_a_yes_rings_nobody_after_ninety_minutes(clicks, looks, says_yes):
    call_id = clicks()
    says_yes(11, call_id)
    assert looks(90, call_id).end_reason is EndReason.WAITED_TOO_LONG


def test_a_call_from_before_has_no_time_of_its_own_and_goes_by_its_place(session, clicks, looks):
    call_id = clicks()
    session.get_one(Call, call_id).ring_until = None
    session.commit()
    assert looks(11, call_id).end_reason is EndReason.WAITED_TOO_LONG
