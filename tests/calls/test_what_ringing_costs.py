"""What it costs the database to ring a phone, or to find that nobody is to be rung: this is asked at every click."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from app.calls.queue.carrier import take_turn
from app.calls.run.reconcile import Reconciling, reconcile_due
from app.calls.run.ring import ring, ring_everybody, ring_next
from app.campaigns.in_force import campaign_words
from app.clock import utc_now
from tests.world.calls import a_call
from tests.world.one_unit import kept

SLOWLY = 0.001  # calls a second


@pytest.fixture
def cost(session, campaign, count_statements):
    """Statements and commits of a unit of work that is done now; the campaign's words were read before."""
    campaign_words(session, campaign, 1)

    def cost(do):
        session.rollback()
        count_statements.reset()
        kept(session, do)
        return len(count_statements.statements), count_statements.commits

    return cost


@pytest.fixture
def call_id(call):
    """A call that waits to be rung."""
    return call.id


@pytest.fixture
def others_were_faster(session, ringing):
    """The carrier was asked a moment ago, and in its pace may not be asked again for a while."""
    take_turn(session, SLOWLY)
    session.commit()
    return replace(ringing, settings=ringing.settings.model_copy(update={"calls_per_second": SLOWLY}))


def test_a_phone_is_rung_with_ten_statements_and_two_commits(call_id, ringing, carrier_server, cost):
    carrier_server.answers()
    assert cost(lambda work: ring(work, call_id, ringing)) <= (10, 2)


def test_a_job_that_runs_again_takes_one(call_id, ringing, carrier_server, cost):
    carrier_server.answers()
    cost(lambda work: ring(work, call_id, ringing))
    assert cost(lambda work: ring(work, call_id, ringing)) == (1, 0)


def test_the_first_who_has_no_turn_has_the_next_one_taken_for_all(call_id, others_were_faster, cost):
    assert cost(lambda work: ring(work, call_id, others_were_faster)) <= (5, 1)


def test_all_others_take_one_statement(session, own, campaign, call_id, others_were_faster, cost):
    other = a_call(session, own, campaign, phone="+16175550124").id
    kept(session, lambda work: ring(work, call_id, others_were_faster))
    assert cost(lambda work: ring(work, other, others_were_faster)) == (1, 0)


def test_where_nobody_waits_every_sweep_takes_four_at_most(session, call, ringing, cost):
    session.execute(text("UPDATE call SET status = 'canceled', ended_at = now(), checked_at = now()"))
    session.commit()
    assert cost(lambda work: ring_next(work, ringing)) == (1, 0)
    assert cost(lambda work: ring_everybody(work, ringing)) == (4, 0)
    assert cost(lambda work: reconcile_due(work, Reconciling(ringing.carrier, ringing.vault), utc_now)) == (1, 0)
