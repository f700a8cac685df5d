"""Ringing the supporter: once, whatever the carrier does, and never on a guess."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select, text, update

from app.calls.queue.agreed import rings_until
from app.calls.queue.first import RING_NEXT
from app.calls.run.cancel import cancel_call
from app.calls.run.dial import BUSY_PAUSES
from app.calls.run.reconcile import Reconciling, reconcile
from app.calls.run.ring import ring, ring_everybody, ring_next
from app.calls.shown.call import read_call
from app.campaigns.in_force import campaign_words
from app.carrier_setup.numbers import give_number
from app.store.db import db
from app.store.job_queue import defer_one
from app.store.unit import Unit
from app.telephony.twilio_carrier import TwilioCarrier
from models import Call, CallStatus, Campaign, CampaignState, CarrierPace, EndReason, Leg
from tests.world.carrier.server import LEG
from tests.world.jobs import jobs_done
from tests.world.one_unit import kept
from tests.world.people.crowd import at_once


@pytest.fixture
def rings(session, call, ringing, fresh):
    """Run the ring job; returns the call as it is afterwards."""

    def rings():
        ring(Unit(session), call.id, ringing)
        return fresh(call.id)

    return rings


def test_a_call_that_was_handed_over_is_dialing_and_its_leg_is_known(session, rings, carrier_server):
    carrier_server.answers()
    assert rings().status is CallStatus.DIALING
    assert session.scalars(select(Leg.carrier_sid)).all() == [LEG]


def test_eight_workers_at_once_ask_once(call, session, ringing, carrier_server):
    carrier_server.answers()
    session.rollback()
    at_once(db.engine, 8, lambda own_session, _: ring(Unit(own_session), call.id, ringing))
    assert carrier_server.rung() == 1


def test_a_job_that_runs_again_rings_nobody(rings, carrier_server):
    carrier_server.answers()
    rings()
    rings()
    assert carrier_server.rung() == 1


def test_the_carrier_is_asked_to_ring_for_so_long_and_to_tell_everything(rings, carrier_server):
    carrier_server.answers()
    rings()
    _, _, form = carrier_server.asked[0]
    assert (form["To"], form["From"], form["Timeout"]) == (["+16175550123"], ["+16175550100"], ["25"])
    assert form["StatusCallbackEvent"] == ["initiated", "ringing", "answered", "completed"]


def test_it_is_rung_from_the_number_that_the_campaign_has_now(session, call, campaign, rings, carrier_server):
    campaign_words(session, campaign, call.campaign_version)  # somebody read them while it had the other
    kept(session, lambda work: give_number(work.session, campaign, "+16175550177"))
    carrier_server.answers()
    rings()
    assert carrier_server.asked[0][2]["From"] == ["+16175550177"]


def test_and_that_is_the_number_that_its_page_and_its_phone_tell(session, call, campaign):
    before = read_call(session, call.id).words(session)
    kept(session, lambda work: give_number(work.session, campaign, "+16175550177"))
    after = read_call(session, call.id).words(session)
    assert (before.phone_number, after.phone_number) == ("+16175550100", "+16175550177")


@pytest.mark.parametrize("looks", [lambda work, _, how: ring_everybody(work, how), ring])
def test_where_the_databases_clock_was_set_back_whoever_waits_is_rung_all_the_same(
    session, call, ringing, carrier_server, looks
):
    carrier_server.answers()
    an_hour_ahead = func.clock_timestamp() + timedelta(hours=1)
    session.add(CarrierPace(id=1, next_at=an_hour_ahead))
    defer_one(session, RING_NEXT, timedelta(hours=1), queue=ringing.queue)
    session.commit()
    kept(session, lambda work: looks(work, call.id, ringing))
    of_job = "SELECT scheduled_at <= clock_timestamp() FROM procrastinate_jobs WHERE task_name = 'ring_next'"
    assert session.scalars(text(of_job)).all() == [True]
    kept(session, lambda work: ring_next(work, ringing))
    assert carrier_server.rung() == 1


@pytest.mark.parametrize(("more_time", "rings_for", "words"), [(False, 25, 600), (True, 75, 1800)])
def test_who_needs_more_time_is_rung_for_longer_and_has_more_for_our_words(
    session, call, rings, carrier_server, more_time, rings_for, words
):
    session.execute(update(Call).values(more_time=more_time))
    session.commit()
    carrier_server.answers()
    rings()
    form = carrier_server.asked[-1][2]
    assert (form["Timeout"], form["TimeLimit"]) == ([str(rings_for)], [str(900 + words)])


def test_no_phone_is_rung_for_longer_than_a_carrier_can(session, call, ringing, carrier_server):
    session.execute(update(Call).values(more_time=True))
    session.commit()
    carrier_server.answers()
    patient = ringing.settings.model_copy(update={"supporter_ring_seconds": 400})
    ring(Unit(session), call.id, replace(ringing, settings=patient))
    assert carrier_server.asked[-1][2]["Timeout"] == ["600"]


def test_the_carrier_is_never_asked_to_record_or_to_listen_for_machines(rings, carrier_server):
    carrier_server.answers()
    rings()
    assert not [name for name in carrier_server.asked[0][2] if "Record" in name or "Machine" in name]


def test_no_address_given_to_the_carrier_holds_a_number_a_town_or_a_name(rings, carrier_server):
    carrier_server.answers()
    rings()
    urls = str([value for name, value in carrier_server.asked[0][2].items() if "Url" in name or "Callback" in name])
    assert not [word for word in ("0123", "Holyoke", "Duffy") if word in urls]


REFUSALS = [
    (400, 21211, EndReason.CARRIER_REFUSED),
    (400, 21215, EndReason.REFUSED_TO_US),
    (401, 20003, EndReason.REFUSED_TO_US),
    (401, None, EndReason.REFUSED_TO_US),
    (404, 20404, EndReason.REFUSED_TO_US),
    (403, None, EndReason.CARRIER_UNREACHABLE),
    (400, 99999, EndReason.CARRIER_UNREACHABLE),
]


@pytest.mark.parametrize(("status", "code", "why"), REFUSALS)
def test_a_refusal_ends_the_call_and_says_whose_fault_it_is(rings, carrier_server, status, code, why):
    carrier_server.refuses(status, code)
    call = rings()
    assert (call.status, call.end_reason) == (CallStatus.FAILED, why)
    assert carrier_server.rung() == 1


def test_a_refusal_in_the_newer_form_of_errors_ends_the_call_too(rings, carrier_server):
    carrier_server.answers(400, {"type": "about:blank", "title": "Invalid", "status": 400, "code": 21211})
    assert rings().end_reason is EndReason.CARRIER_REFUSED


UNKNOWN = {
    "answers 500": lambda carrier: carrier.refuses(500, 20500),
    "answers 503 without a word": lambda carrier: carrier.answers(503, ""),
    "hangs up": lambda carrier: carrier.hangs_up(),
    "answers with a page": lambda carrier: carrier.answers(201, "<html>Gateway</html>"),
    "answers with nothing": lambda carrier: carrier.answers(201, ""),
    "answers with something else": lambda carrier: carrier.answers(201, {"status": "queued"}),
    "answers with a list": lambda carrier: carrier.answers(201, []),
}


@pytest.fixture
def asked_once_in_vain(session, rings, carrier_server):
    """The carrier is asked to ring, once, and nothing is known of a leg."""

    def asked_once_in_vain():
        call = rings()
        assert (call.status, carrier_server.rung()) == (CallStatus.DIALING, 1)
        assert not session.scalars(select(Leg)).all()

    return asked_once_in_vain


@pytest.mark.parametrize("carrier_does", UNKNOWN.values(), ids=UNKNOWN.keys())
def test_without_a_clear_answer_nobody_is_asked_again(asked_once_in_vain, carrier_server, carrier_does):
    carrier_does(carrier_server)
    asked_once_in_vain()


@pytest.mark.parametrize("carrier_timeout", [0.5])
def test_a_carrier_that_takes_too_long_is_not_asked_again(asked_once_in_vain, carrier_server, carrier_timeout):
    carrier_server.answers().is_slow(0.8)
    asked_once_in_vain()


@pytest.mark.parametrize(("status", "code"), [(429, 20429), (429, None), (400, 10004)])
def test_a_busy_carrier_is_asked_again_until_the_third_time_pauses_placing(
    session, call, ringing, fresh, carrier_server, status, code
):
    carrier_server.refuses(status, code)
    pauses = jobs_done(session, ringing)
    call = fresh(call.id)
    assert (call.status, call.end_reason) == (CallStatus.FAILED, EndReason.CARRIER_UNREACHABLE)
    assert (carrier_server.rung(), pauses["ring_again"]) == (3, BUSY_PAUSES[:2])


def test_a_carrier_that_was_busy_for_a_moment_rings(session, call, ringing, fresh, carrier_server):
    carrier_server.refuses(429, 20429).answers()
    jobs_done(session, ringing)
    assert (fresh(call.id).status, carrier_server.rung()) == (CallStatus.DIALING, 2)


def test_a_call_canceled_while_the_carrier_is_busy_is_not_asked_for_again(
    session, call, ringing, own, rings, fresh, carrier_server
):
    carrier_server.refuses(429, 20429).answers()
    rings()
    kept(session, lambda work: cancel_call(work, own.carrier, call.id))
    jobs_done(session, ringing)
    assert (fresh(call.id).status, carrier_server.rung()) == (CallStatus.CANCELED, 1)


def test_a_busy_carrier_that_then_gives_no_answer_is_left_alone(session, call, ringing, fresh, carrier_server):
    carrier_server.refuses(429, 20429).refuses(500, 20500)
    jobs_done(session, ringing)
    assert (fresh(call.id).status, carrier_server.rung()) == (CallStatus.DIALING, 2)


def test_a_carrier_that_is_not_there_is_asked_again_and_then_the_call_fails(session, call, ringing, settings, fresh):
    nobody = TwilioCarrier(settings)  # its port is closed
    pauses = jobs_done(session, replace(ringing, carrier=nobody))
    assert fresh(call.id).end_reason is EndReason.CARRIER_UNREACHABLE
    assert pauses["ring_again"] == BUSY_PAUSES[:2]


def test_a_call_that_waited_too_long_for_a_worker_rings_nobody(session, call, rings, carrier_server):
    long_ago = datetime.now(UTC) - timedelta(minutes=100)
    session.execute(update(Call).values(waits_since=long_ago, ring_until=rings_until(long_ago, keeps_place=True)))
    session.commit()
    assert rings().end_reason is EndReason.WAITED_TOO_LONG
    assert carrier_server.rung() == 0


@pytest.mark.parametrize("state", [CampaignState.PAUSED, CampaignState.ARCHIVED])
def test_a_campaign_that_was_paused_meanwhile_rings_nobody(session, rings, carrier_server, state):
    session.execute(update(Campaign).values(state=state))
    session.commit()
    call = rings()
    assert (call.status, call.end_reason) == (CallStatus.CANCELED, EndReason.CAMPAIGN_NOT_LIVE)
    assert carrier_server.rung() == 0


def test_a_call_canceled_before_its_turn_rings_nobody(session, call, rings, own, carrier_server):
    cancel_call(Unit(session), own.carrier, call.id)
    assert rings().end_reason is EndReason.CANCELED_ON_PAGE
    assert carrier_server.rung() == 0


def test_a_call_canceled_while_the_carrier_is_asked_is_ended_there(app, call, rings, own, carrier_server):
    def cancel():
        with app.app_context():
            cancel_call(Unit(db.session), own.carrier, call.id)

    carrier_server.meanwhile(cancel).answers()
    assert rings().status is CallStatus.CANCELED
    method, path, form = carrier_server.asked[-1]
    assert (method, path.rpartition("/")[2], form) == ("POST", f"{LEG}.json", {"Status": ["completed"]})


def test_no_transaction_is_open_while_the_carrier_is_asked(session, rings, carrier_server):
    def look():
        query = (
            "SELECT count(*) FROM pg_stat_activity WHERE state = 'idle in transaction' AND datname = current_database()"
        )
        with engine.connect() as connection:
            found.append(connection.exec_driver_sql(query).scalar())

    found, engine = [], db.engine
    session.rollback()
    carrier_server.meanwhile(look).answers()
    rings()
    assert found == [0]


def test_a_call_that_waited_long_for_its_turn_is_not_taken_for_lost(
    session, call, rings, fresh, own, ringing, carrier_server
):
    """The phone rings since a moment ago, though the call was asked for long before."""
    session.execute(update(Call).values(status_since=datetime.now(UTC) - timedelta(minutes=10)))
    carrier_server.refuses(500, 20500).answers(200, {"calls": []})
    rings()
    how = Reconciling(ringing.carrier, own.vault)
    kept(session, lambda work: reconcile(work, call.id, datetime.now(UTC), how))
    assert fresh(call.id).status is CallStatus.DIALING
