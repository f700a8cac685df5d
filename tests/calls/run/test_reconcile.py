"""What got lost on the way is asked for: the right ending in the end, at the price of few questions."""

import itertools
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from app.calls.life.changes import apply_news, update_call
from app.calls.life.legs import LegNews
from app.calls.life.status import move_call
from app.calls.queue.agreed import NOW_MEANS
from app.calls.run.reconcile import Reconciling, reconcile_due
from app.calls.run.to_ask_about import claim_next
from app.telephony.local_network import Faults, Refusal
from models import Call, CallStatus, Campaign, CampaignState, EndReason, EventSource, Leg, LegStatus
from tests.world.calls import a_call
from tests.world.carrier.server import LEG
from tests.world.jobs import jobs_done, reconciled
from tests.world.one_unit import kept
from tests.world.people.journey import journey

NOW = datetime.now(UTC)
SINCE_NOW = {"status_since": NOW, "ring_until": NOW + NOW_MEANS}  # however long ago this file was read
NO_LEGS = {"calls": []}
RFC = format_datetime(NOW)


def later(seconds):
    return NOW + timedelta(seconds=seconds)


def an_hour_later(world):
    """The job that asks about every call that needs it, in an hour."""
    own = world.everything.app.extensions["ringdown"]
    soon = datetime.now(UTC) + timedelta(minutes=50)
    return reconciled(world.call_log.session, soon, Reconciling(own.carrier, own.vault))


@pytest.fixture
def deaf_world(settings, campaign):
    """Everything runs, but no status report ever arrives."""
    with journey(settings, Faults(drop=1.0)) as world:
        yield world


def reached(call):
    return call.status, call.line_outcome, call.talk_seconds


@pytest.mark.parametrize(
    ("office_does", "outcome", "seconds"),
    [
        (lambda phone: phone.answers(after=6).talks_for(42), "answered", 42),
        (lambda phone: phone.is_busy(), "busy", 0),
        (lambda phone: phone.does_not_answer(), "no-answer", 0),
    ],
)
def test_with_every_report_lost_the_log_is_right_in_the_end(deaf_world, office_does, outcome, seconds):
    deaf_world.supporter_phone.answers(after=4).then_presses("1", "1", "3" if outcome == "answered" else "")
    office_does(deaf_world.office_phone)
    deaf_world.supporter_asks_to_be_called()
    an_hour_later(deaf_world)
    assert reached(deaf_world.call_log.only()) == (CallStatus.COMPLETED, outcome, seconds)


def test_with_every_report_lost_the_office_still_rang_for_so_long(deaf_world):
    deaf_world.supporter_phone.answers(after=4).then_presses("1", "1", "1")
    deaf_world.office_phone.answers(after=6).talks_for(42)
    deaf_world.supporter_asks_to_be_called()
    an_hour_later(deaf_world)
    assert deaf_world.call_log.only().ring_seconds == 6


def test_a_supporter_who_did_not_answer_is_known_in_the_end(deaf_world):
    deaf_world.supporter_phone.does_not_answer()
    deaf_world.supporter_asks_to_be_called()
    an_hour_later(deaf_world)
    assert reached(deaf_world.call_log.only()) == (CallStatus.NO_ANSWER, None, 0)


def test_a_call_whose_id_never_arrived_is_found_by_its_number(settings, campaign):
    with journey(settings, Faults(drop=1.0, refuse=Refusal(status=500, placed=True))) as world:
        world.supporter_phone.is_busy()
        world.supporter_sends()
        world.waits_for_the_carrier()
        an_hour_later(world)
        assert world.call_log.only().status is CallStatus.BUSY
        assert len(world.call_log.legs()) == 1


def test_a_call_that_is_over_and_whole_is_never_asked_about(settings, campaign):
    with journey(settings) as world:
        world.supporter_phone.answers(after=4).then_presses("1", "1", "1")
        world.office_phone.answers().talks_for(42)
        world.supporter_asks_to_be_called()
        assert an_hour_later(world) == 0


@pytest.fixture
def dialing(session, call):
    """A call that the carrier was asked to ring just now, without an answer."""
    session.execute(update(Call).values(status=CallStatus.DIALING, **SINCE_NOW))
    session.commit()
    return call.id


@pytest.fixture
def reconciles(session, own, ringing):
    """The job, so many seconds from now; returns how many calls were asked about."""
    return lambda seconds: reconciled(session, later(seconds), Reconciling(ringing.carrier, own.vault))


def test_a_call_of_which_the_carrier_knows_nothing_is_lost_when_nobody_waits_for_it_any_more(
    dialing, reconciles, carrier_server, fresh
):
    carrier_server.answers(200, NO_LEGS)
    reconciles(1800)
    assert (fresh(dialing).status, fresh(dialing).end_reason) == (CallStatus.FAILED, EndReason.LOST)


def test_a_ring_that_the_carrier_does_not_know_after_two_minutes_is_asked_for_once_more(
    session, dialing, reconciles, ringing, carrier_server, fresh
):
    carrier_server.answers(200, NO_LEGS).answers(200, NO_LEGS).answers(201, {"sid": LEG, "status": "queued"})
    assert [reconciles(seconds) for seconds in (95, 186)] == [1, 1]
    jobs_done(session, ringing)
    assert (carrier_server.rung(), session.scalars(select(Leg.carrier_sid)).all()) == (1, [LEG])
    assert fresh(dialing).status is CallStatus.DIALING


def test_a_ring_that_is_asked_for_again_has_two_minutes_of_its_own(
    session, dialing, reconciles, ringing, carrier_server, fresh
):
    carrier_server.answers(200, NO_LEGS).answers(200, NO_LEGS).refuses(500, 20500).answers(200, NO_LEGS)
    assert [reconciles(seconds) for seconds in (95, 186)] == [1, 1]
    jobs_done(session, ringing)
    assert [reconciles(seconds) for seconds in (277, 280)] == [1, 0]
    assert (jobs_done(session, ringing), carrier_server.rung()) == ({}, 1)


def test_a_ring_that_was_to_be_asked_for_when_a_worker_died_is_not_asked_for_at_once(
    session, dialing, reconciles, carrier_server
):
    carrier_server.answers(200, NO_LEGS)
    reconciles(186)
    session.execute(text("DELETE FROM procrastinate_jobs WHERE task_name = 'ring_again'"))
    session.commit()
    assert reconciles(277) == 1
    assert session.scalar(text("SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'ring_again'")) == 0


def test_of_a_campaign_that_rests_no_ring_is_asked_for_once_more(session, dialing, reconciles, carrier_server, fresh):
    session.execute(update(Campaign).values(state=CampaignState.PAUSED))
    session.commit()
    carrier_server.answers(200, NO_LEGS)
    reconciles(186)
    assert fresh(dialing).end_reason is EndReason.LOST


def test_a_call_is_not_lost_before_two_minutes_are_over(dialing, reconciles, carrier_server, fresh):
    carrier_server.answers(200, NO_LEGS)
    assert reconciles(100) == 1
    assert fresh(dialing).status is CallStatus.DIALING


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


@pytest.mark.parametrize(("status", "body"), [(500, {}), (401, {"code": 20003}), (200, "<html>")])
def test_a_carrier_in_trouble_ends_no_call(dialing, reconciles, carrier_server, fresh, status, body):
    carrier_server.answers(status, body)
    reconciles(600)
    assert fresh(dialing).status is CallStatus.DIALING


def test_one_answer_that_cannot_be_read_does_not_keep_others_waiting(
    session, own, campaign, dialing, reconciles, carrier_server, fresh
):
    other = a_call(session, own, campaign, phone="+16175550124").id
    session.execute(update(Call).values(status=CallStatus.DIALING, **SINCE_NOW))
    session.commit()
    strange = {"calls": [{"sid": LEG, "status": "levitating", "to": "+16175550123"}]}
    carrier_server.answers(200, strange).answers(200, NO_LEGS)
    assert reconciles(1800) == 2
    assert (fresh(dialing).status, fresh(other).status) == (CallStatus.DIALING, CallStatus.FAILED)


def test_a_leg_that_the_carrier_forgot_is_lost(session, dialing, reconciles, carrier_server, fresh):
    apply_news(session, dialing, LegNews(LEG, None, LegStatus.QUEUED), source=EventSource.WORKER)
    session.commit()
    carrier_server.refuses(404, 20404)
    reconciles(200)
    assert fresh(dialing).end_reason is EndReason.LOST


def test_the_ring_of_an_earlier_call_is_not_taken_for_this_one(
    session, own, campaign, call, reconciles, carrier_server, fresh
):
    apply_news(session, call.id, LegNews(LEG, None, LegStatus.FAILED), source=EventSource.WORKER)
    later_call = a_call(session, own, campaign).id
    session.execute(update(Call).where(Call.id == later_call).values(status=CallStatus.DIALING, **SINCE_NOW))
    session.commit()
    carrier_server.answers(200, {"calls": [{"sid": LEG, "status": "busy"}]})
    reconciles(100)
    assert fresh(later_call).status is CallStatus.DIALING


def test_what_the_carrier_answers_never_takes_back_what_it_reported(
    session, dialing, reconciles, carrier_server, fresh
):
    apply_news(session, dialing, LegNews(LEG, None, LegStatus.IN_PROGRESS, answered_at=NOW), source=EventSource.WORKER)
    session.commit()
    carrier_server.answers(200, {"sid": LEG, "status": "ringing"}).answers(200, NO_LEGS)
    reconciles(200)
    assert fresh(dialing).status is CallStatus.ANSWERED
    assert session.scalars(select(Leg.status)).one() is LegStatus.IN_PROGRESS


@pytest.fixture
def incomplete(session, dialing):
    """A call whose phone rang, that ended now without a word of for how long."""
    apply_news(session, dialing, LegNews(LEG, None, LegStatus.RINGING), source=EventSource.WORKER)
    session.execute(update(Call).values(status=CallStatus.COMPLETED, ended_at=NOW, **SINCE_NOW))
    session.commit()
    return dialing


def test_of_what_is_missing_when_a_call_is_over_the_carrier_is_asked_until_it_tells_or_five_minutes_are_over(
    incomplete, reconciles, carrier_server
):
    carrier_server.refuses(500, 20500)
    assert [reconciles(seconds) for seconds in (89, 91, 120, 182, 300, 400, 3000)] == [0, 1, 0, 1, 1, 0, 0]


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


def test_where_the_carrier_tells_of_no_leg_to_the_office_it_was_never_rung(
    session, dialing, reconciles, carrier_server, fresh
):
    apply_news(session, dialing, LegNews(LEG, None, LegStatus.IN_PROGRESS, answered_at=NOW), source=EventSource.CARRIER)
    update_call(session, dialing, CallStatus.CONNECTING, source=EventSource.KEYPAD, rank=0)
    session.commit()
    over = {"sid": LEG, "status": "completed", "duration": "20", "date_created": RFC, "end_time": RFC}
    carrier_server.answers(200, over).answers(200, NO_LEGS)
    reconciles(200)
    assert (fresh(dialing).status, fresh(dialing).talk_seconds) == (CallStatus.COMPLETED, 0)
