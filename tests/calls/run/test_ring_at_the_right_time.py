"""Before a phone rings: it is not night, its number did not ask for peace meanwhile, and nobody waited for too long."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from app.calls.later.due import ring_due
from app.calls.queue.agreed import rings_until
from app.calls.run.ring import ring, ring_everybody
from app.guard.phone_vault import DO_NOT_CALL
from app.store.unit import Unit
from models import Call, CallStatus, DoNotCall, EndReason, NeverRung
from tests.world.calls import a_call, due_at
from tests.world.jobs import jobs_done
from tests.world.one_unit import kept
from tests.world.time.clocks import local

NOON = local("2026-10-30 12:00")


@pytest.fixture
def call(session, own, campaign):
    """A call that was asked for at noon, last month, by somebody who keeps their place in the line."""
    call = a_call(session, own, campaign)
    waits_since(session, NOON)
    return call


@pytest.fixture
def rings_at(session, call, ringing, fresh, carrier_server):
    """Let the worker look for calls to ring at a moment, where offices and supporters have hours."""
    carrier_server.answers()

    def rings_at(moment, work=lambda work, _, how: ring_everybody(work, how)):
        hours = ringing.settings.model_copy(update={"always_open": False})
        there = replace(ringing, settings=hours, clock=lambda: moment)
        kept(session, lambda unit: work(unit, call.id, there))
        jobs_done(session, there)
        return fresh(call.id)

    return rings_at


def waits_since(session, moment):
    session.execute(update(Call).values(waits_since=moment, ring_until=rings_until(moment, keeps_place=True)))
    session.commit()


def test_by_the_clock_that_was_passed_in_it_is_noon_and_the_phone_rings(rings_at, carrier_server):
    assert rings_at(NOON).status is CallStatus.DIALING
    assert carrier_server.rung() == 1


def test_after_ninety_minutes_by_that_clock_it_does_not(rings_at, carrier_server):
    assert rings_at(NOON + timedelta(minutes=91)).end_reason is EndReason.WAITED_TOO_LONG
    assert carrier_server.rung() == 0


def test_a_carrier_that_was_too_busy_is_not_asked_again_by_a_worker_that_was_away_since(
    session, call, ringing, fresh, carrier_server
):
    carrier_server.refuses(429, 20429).answers()
    kept(session, lambda work: ring(work, call.id, replace(ringing, clock=lambda: NOON)))
    jobs_done(session, replace(ringing, clock=lambda: NOON + timedelta(minutes=91)))
    call = fresh(call.id)
    assert (call.status, call.end_reason, carrier_server.rung()) == (CallStatus.FAILED, EndReason.WAITED_TOO_LONG, 1)


@pytest.mark.parametrize("work", [ring, lambda work, _, how: ring_everybody(work, how)])
@pytest.mark.parametrize(("asked", "turn"), [("20:40", "21:00"), ("06:30", "07:59"), ("00:10", "00:11")])
def test_whose_turn_comes_at_night_is_not_rung_and_is_told(session, rings_at, carrier_server, asked, turn, work):
    waits_since(session, local(f"2026-10-30 {asked}"))
    call = rings_at(local(f"2026-10-30 {turn}"), work)
    assert (call.status, call.end_reason) == (CallStatus.CANCELED, EndReason.QUIET_HOURS)
    assert carrier_server.rung() == 0


def test_a_minute_before_nine_the_phone_still_rings(session, rings_at):
    waits_since(session, local("2026-10-30 20:40"))
    assert rings_at(local("2026-10-30 20:59")).status is CallStatus.DIALING


@pytest.fixture
def asked_for_peace(session, own, call):
    """Somebody at this number has pressed 9 twice since."""
    session.add(DoNotCall(phone_hash=own.vault.fingerprint("+16175550123", purpose=DO_NOT_CALL), how="test"))
    session.commit()


def test_a_number_that_asked_for_peace_while_it_waited_does_not_ring(asked_for_peace, rings_at, carrier_server):
    call = rings_at(NOON)
    assert (call.status, call.end_reason, call.holds_line) == (CallStatus.CANCELED, EndReason.REFUSED, None)
    assert carrier_server.rung() == 0


def test_nor_does_it_at_the_time_that_was_agreed_before(session, asked_for_peace, rings_at, carrier_server):
    session.execute(update(Call).values(status="scheduled", ring_at=NOON, ring_until=NOON + timedelta(days=1)))
    session.commit()
    ring_due(Unit(session), due_at(NOON))
    assert rings_at(NOON).end_reason is EndReason.REFUSED
    assert carrier_server.rung() == 0


def test_a_number_that_organizers_put_on_their_list_while_it_waited_does_not_ring(session, rings_at, carrier_server):
    session.add(NeverRung(begins="+16175550123", what="a hospital", added_at=NOON, added_by="ana@example.org"))
    session.commit()
    assert rings_at(NOON).end_reason is EndReason.NEVER_RUNG
    assert carrier_server.rung() == 0


def test_the_next_in_line_is_rung_in_its_place(session, own, campaign, asked_for_peace, rings_at, carrier_server):
    other = a_call(session, own, campaign, phone="+16175550124")
    waits_since(session, NOON)
    rings_at(NOON)
    assert session.scalars(select(Call.status).where(Call.id == other.id)).one() is CallStatus.DIALING
    assert carrier_server.rung() == 1
