"""A carrier whose answer cannot be read may ring all the same: it is asked soon, and nobody is left waiting."""

from datetime import timedelta

import pytest
from sqlalchemy import text, update

from app.calls.run.reconcile import Reconciling, reconcile
from app.calls.run.ring import ring
from models import Call, CallStatus, EndReason
from tests.world.carrier.server import LEG
from tests.world.one_unit import kept

HTML = "<html><body><h1>502 Bad Gateway</h1></body></html>"
NO_LEGS = {"calls": []}
ASKED = text(
    "SELECT round(extract(epoch FROM scheduled_at - clock_timestamp()))"
    " FROM procrastinate_jobs WHERE task_name = 'reconcile_call'"
)


@pytest.fixture
def untold(session, ringing, carrier_server, call):
    """The carrier is asked to ring the call, and answers so."""

    def untold(status=500, body=HTML):
        carrier_server.answers(status, body)
        kept(session, lambda work: ring(work, call.id, ringing))

    return untold


@pytest.fixture
def asked(session, own, ringing, call, fresh):
    """How the call ended once the carrier was asked about it, so many seconds later."""

    def asked(after):
        how, now = Reconciling(ringing.carrier, own.vault), own.clock() + timedelta(seconds=after)
        kept(session, lambda work: reconcile(work, call.id, now, how))
        return fresh(call.id).status, fresh(call.id).end_reason

    return asked


@pytest.mark.parametrize(("status", "body"), [(500, HTML), (503, ""), (201, ""), (201, "null"), (200, "[]"), (204, "")])
def test_it_is_asked_soon_whatever_it_answered(session, untold, status, body):
    untold(status, body)
    assert session.scalars(ASKED).all() == [30]


def test_where_it_knows_of_no_ring_the_call_waits_for_another(untold, carrier_server, asked):
    untold()
    carrier_server.answers_from_now_on(200, NO_LEGS)
    assert asked(after=30) == (CallStatus.DIALING, None)


def test_where_it_rings_all_the_same_the_call_goes_on(untold, carrier_server, asked):
    untold()
    carrier_server.answers_from_now_on(200, {"calls": [{"sid": LEG, "status": "ringing", "to": "16175550123"}]})
    assert asked(after=30) == (CallStatus.RINGING, None)


def test_the_ring_of_another_number_is_not_taken_for_it(untold, carrier_server, asked):
    untold()
    carrier_server.answers_from_now_on(200, {"calls": [{"sid": LEG, "status": "ringing", "to": "+16175550124"}]})
    assert asked(after=30) == (CallStatus.DIALING, None)


def test_of_a_carrier_that_cannot_be_asked_either_nobody_waits_for_more(untold, asked):
    untold()
    assert asked(after=5) == (CallStatus.DIALING, None)
    assert asked(after=30) == (CallStatus.FAILED, EndReason.CARRIER_UNREACHABLE)


def test_of_a_rehearsal_nobody_is_asked(session, call, untold):
    session.execute(update(Call).values(rehearsal=True))
    session.commit()
    untold()
    assert session.scalars(ASKED).all() == []
