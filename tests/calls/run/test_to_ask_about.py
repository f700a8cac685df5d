"""Whom the carrier is asked about, and how often: whatever is silent or incomplete, the longest silent first."""

import itertools
from datetime import timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from app.calls.life.changes import apply_news
from app.calls.life.legs import LegNews
from app.calls.life.status import move_call
from app.calls.run.reconcile import Reconciling, reconcile_due
from app.calls.run.to_ask_about import claim_next
from models import Call, CallStatus, EndReason, EventSource, LegStatus
from tests.calls.run.conftest import NO_LEGS, NOW, SINCE_NOW, later
from tests.world.calls import a_call
from tests.world.carrier.server import LEG
from tests.world.one_unit import kept


def test_a_call_that_was_heard_of_a_moment_ago_is_not_asked_about(dialing, reconciles, carrier_server):
    assert (reconciles(80), carrier_server.asked) == (0, [])


def test_a_call_that_waits_for_its_turn_is_not_asked_about(call, reconciles, carrier_server):
    assert (reconciles(3600), carrier_server.asked) == (0, [])


def test_a_call_is_asked_about_once_a_minute_at_most(dialing, reconciles, carrier_server):
    carrier_server.answers(200, NO_LEGS)
    assert [reconciles(seconds) for seconds in (95, 100, 130, 154)] == [1, 0, 0, 0]


def test_a_carrier_that_does_not_answer_is_asked_again_later(dialing, reconciles, carrier_server, fresh):
    carrier_server.refuses(500, 20500).answers(200, NO_LEGS)
    assert [reconciles(seconds) for seconds in (95, 100, 1800)] == [1, 0, 1]
    assert fresh(dialing).end_reason is EndReason.LOST


@pytest.fixture
def incomplete(session, dialing):
    """A call whose phone rang, that ended now without a word of for how long."""
    apply_news(session, dialing, LegNews(LEG, None, LegStatus.RINGING), source=EventSource.WORKER)
    session.execute(update(Call).values(status=CallStatus.COMPLETED, ended_at=NOW, **SINCE_NOW))
    session.commit()
    return dialing


AFTERWARDS = (89, 91, 120, 182, 299, 400, 3000)


def test_of_what_is_missing_when_a_call_is_over_the_carrier_is_asked_until_it_answers_after_five_minutes(
    incomplete, reconciles, carrier_server
):
    for _ in range(4):
        carrier_server.answers(200, {"sid": LEG, "status": "completed"}).answers(200, NO_LEGS)
    assert [reconciles(seconds) for seconds in AFTERWARDS] == [0, 1, 0, 1, 1, 1, 0]


def test_a_carrier_that_is_away_just_then_is_asked_within_the_hour(incomplete, reconciles, carrier_server):
    carrier_server.refuses(500, 20500)
    assert [reconciles(seconds) for seconds in (*AFTERWARDS, 3500, 3700)] == [0, 1, 0, 1, 1, 1, 1, 1, 0]


def test_whoever_is_killed_as_they_ask_leaves_it_to_the_next(session, incomplete, reconciles, carrier_server):
    assert kept(session, lambda work: claim_next(work.session, later(400))) == incomplete
    carrier_server.refuses(500, 20500)
    assert [reconciles(seconds) for seconds in (401, 489, 491)] == [0, 0, 1]


def test_of_a_call_that_was_never_handed_to_the_carrier_it_is_not_asked(
    session, call, reconciles, carrier_server, fresh
):
    move_call(session, call.id, CallStatus.FAILED, source=EventSource.WORKER, reason=EndReason.WAITED_TOO_LONG)
    session.commit()
    assert [reconciles(seconds) for seconds in (1200, 1300)] == [1, 0]
    assert carrier_server.asked == []


@pytest.fixture
def two_dialing(session, own, campaign, dialing):
    """Two that wait for an answer, the second for longer."""
    other = a_call(session, own, campaign, phone="+16175550124").id
    waits = {dialing: NOW, other: NOW - timedelta(seconds=5)}
    for call_id, since in waits.items():
        session.execute(update(Call).where(Call.id == call_id).values(status=CallStatus.DIALING, status_since=since))
    session.commit()
    return dialing, other


def test_a_carrier_that_is_asked_too_often_is_left_alone_for_a_while(two_dialing, reconciles, carrier_server, fresh):
    carrier_server.refuses(429, 20429).answers(200, NO_LEGS)
    assert [reconciles(100), reconciles(101)] == [1, 1]


def test_whoever_was_not_heard_of_for_the_longest_time_comes_first(two_dialing, reconciles, carrier_server, fresh):
    carrier_server.refuses(429, 20429)
    reconciles(100)
    assert [fresh(call_id).checked_at for call_id in two_dialing] == [None, later(100)]


def test_what_takes_long_leaves_the_others_to_the_next(session, own, two_dialing, ringing, carrier_server):
    carrier_server.answers_from_now_on(200, NO_LEGS)
    clock = map(later, itertools.count(100, step=30))
    how = Reconciling(ringing.carrier, own.vault)
    assert kept(session, lambda work: reconcile_due(work, how, clock.__next__)) == 1


def test_two_that_ask_at_once_ask_about_each_call_once(session, two_dialing):
    first = claim_next(session, later(100))
    with Session(session.get_bind()) as other:
        assert {first, claim_next(other, later(100)), claim_next(other, later(100))} == {*two_dialing, None}
