"""What got lost on the way is asked for: the right ending in the end, at the price of few questions."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, text, update

from app.calls.life.changes import apply_news, update_call
from app.calls.life.legs import LegNews
from app.calls.run.reconcile import Reconciling
from app.carrier_setup.numbers import give_number
from app.telephony.local_network import Faults, Refusal
from models import Call, CallStatus, Campaign, CampaignState, EndReason, EventSource, Leg, LegStatus
from tests.calls.run.conftest import NO_LEGS, NOW, RFC, SINCE_NOW
from tests.world.calls import a_call
from tests.world.carrier.server import LEG
from tests.world.jobs import jobs_done, reconciled
from tests.world.one_unit import kept
from tests.world.people.journey import journey


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


def test_it_is_found_though_the_campaign_has_another_number_now(settings, campaign):
    with journey(settings, Faults(drop=1.0, refuse=Refusal(status=500, placed=True))) as world:
        world.supporter_phone.is_busy()
        world.supporter_sends()
        world.waits_for_the_carrier()
        kept(world.call_log.session, lambda work: give_number(work.session, campaign, "+16175550177"))
        an_hour_later(world)
        assert world.call_log.only().status is CallStatus.BUSY


def test_a_call_that_is_over_and_whole_is_never_asked_about(settings, campaign):
    with journey(settings) as world:
        world.supporter_phone.answers(after=4).then_presses("1", "1", "1")
        world.office_phone.answers().talks_for(42)
        world.supporter_asks_to_be_called()
        assert an_hour_later(world) == 0


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
