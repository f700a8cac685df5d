""" "Call me now" means within ten minutes: whoever waits for longer is asked, and rung only if they say yes."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.calls.queue.agreed import keep_place
from app.calls.queue.next import drop_unanswered, pass_over
from app.calls.run.ring import ring_everybody
from app.store.unit import Unit
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


@pytest.fixture
def too_long(session, fresh):
    """A worker that saw a call wait for too long lets the next be first, so many minutes after the click."""

    def too_long(minutes, call_id):
        pass_over(session, call_id, EndReason.WAITED_TOO_LONG, after(minutes))
        session.commit()
        return fresh(call_id)

    return too_long


class Meanwhile(Unit):
    """A unit of work in which something happens meanwhile, whenever so much is kept."""

    def __init__(self, session, happens):
        super().__init__(session)
        self.happens = happens

    def commit_so_far(self):
        super().commit_so_far()
        self.happens()


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


def test_whoever_is_asked_is_asked_however_many_workers_look_at_once(clicks, too_long):
    call_id = clicks()
    calls = [too_long(11, call_id) for _ in range(3)]
    assert [(call.status, call.waits_for) for call in calls] == [(CallStatus.REQUESTED, None)] * 3


def test_a_yes_counts_that_is_said_while_a_worker_looks(clicks, says_yes, too_long):
    call_id = clicks()
    says_yes(11, call_id)
    call = too_long(11, call_id)
    assert (call.status, *place(call)) == (CallStatus.REQUESTED, CLICK, after(90))


def test_a_yes_counts_that_is_said_while_those_are_let_go_who_did_not_answer(session, clicks, looks, says_yes, fresh):
    silent, late = clicks(), clicks("+16175550124")
    looks(11, silent)
    drop_unanswered(Meanwhile(session, lambda: says_yes(20, late)), after(20))
    assert [fresh(call_id).status for call_id in (silent, late)] == [CallStatus.CANCELED, CallStatus.REQUESTED]


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


def test_nor_is_it_left_standing_by_whoever_lets_the_next_be_first(session, clicks, too_long):
    call_id = clicks()
    session.get_one(Call, call_id).ring_until = None
    session.commit()
    assert too_long(11, call_id).end_reason is EndReason.WAITED_TOO_LONG
