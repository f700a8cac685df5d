"""Whatever becomes of a call, its place on an office's line is given back, and whoever comes next gets it."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select, update

from app.calls.queue.claim import Gate, claim_line, line_state
from app.calls.run.reconcile import Reconciling
from app.calls.run.ring import ring_everybody, ring_waiting
from app.telephony.local_network import Faults
from models import Call, CallSource, CallStatus, EndReason, HolderLine, OfficeHolder, OfficeLine
from tests.world.calls import MANY, a_call, office_of
from tests.world.jobs import jobs_done, reconciled
from tests.world.one_unit import kept
from tests.world.people.journey import journey

NOW = datetime.now(UTC)
CALLER = "+14135550142"


@pytest.fixture
def number(session):
    return office_of(session).number


@pytest.fixture
def waiting(session, own, campaign):
    """So many calls that wait for one office, in the order in which they came."""

    def waiting(how_many):
        calls = [a_call(session, own, campaign, phone=f"+161755501{nth}").id for nth in range(11, 11 + how_many)]
        for nth, call in enumerate(calls):
            since = NOW - timedelta(minutes=30 - nth)
            session.execute(update(Call).where(Call.id == call).values(waits_since=since))
        session.commit()
        return calls

    return waiting


@pytest.fixture
def crashed(session, number, waiting):
    """Two calls whose worker was killed after it took the line and before it asked the carrier; a third waits.

    The two are not to be rung any more.
    """
    first, second, third = waiting(3)
    for call in (first, second):
        assert claim_line(session, call, number, NOW, MANY) is Gate.OPEN
        taken = {"status": CallStatus.DIALING, "status_since": NOW, "ring_until": NOW}
        session.execute(update(Call).where(Call.id == call).values(taken))
    session.commit()
    return first, second, third


def test_while_nobody_knows_what_became_of_them_the_third_waits(session, crashed, number, ringing, carrier_server):
    kept(session, lambda work: ring_everybody(work, ringing))
    jobs_done(session, ringing)
    assert (line_state(session, number).held, carrier_server.rung()) == (2, 0)


def test_a_crash_gives_both_places_back_within_minutes_and_the_third_is_rung(
    session, own, crashed, number, ringing, carrier_server, fresh
):
    carrier_server.answers(200, {"calls": []})
    reconciled(session, NOW + timedelta(minutes=3), Reconciling(ringing.carrier, own.vault))
    assert line_state(session, number).held == 0
    kept(session, lambda work: ring_everybody(work, ringing))
    jobs_done(session, ringing)
    assert [fresh(call).end_reason for call in crashed] == [EndReason.LOST, EndReason.LOST, None]
    assert fresh(crashed[2]).status is CallStatus.DIALING


@pytest.mark.parametrize("status", [400, 401])
def test_a_call_that_the_carrier_refuses_gives_its_place_to_the_next(
    session, waiting, number, ringing, carrier_server, status
):
    calls = waiting(3)
    carrier_server.refuses(status, 21211)
    kept(session, lambda work: ring_waiting(work, calls[0], ringing))
    jobs_done(session, ringing)
    session.rollback()
    assert set(session.scalars(select(Call.status))) == {CallStatus.FAILED}
    assert (line_state(session, number).held, carrier_server.rung()) == (0, 3)


def test_whoever_hangs_up_in_the_line_stands_in_nobodys_way(session, campaign, number, waiting):
    first, second, third = waiting(3)
    dialed_in = Call(campaign_id=campaign, campaign_version=1, source=CallSource.HOTLINE, status=CallStatus.ACCEPTED)
    session.add(dialed_in)
    session.flush()
    for call in (first, second):
        claim_line(session, call, number, NOW, MANY)
        session.execute(update(Call).where(Call.id == call).values(status=CallStatus.DIALING))
    assert claim_line(session, dialed_in.id, number, NOW, MANY) is Gate.FULL
    session.execute(update(Call).where(Call.id == first).values(status=CallStatus.ASKING, holds_line=None))
    assert claim_line(session, dialed_in.id, number, NOW, MANY) is Gate.FULL  # the third came before
    session.execute(update(Call).where(Call.id == third).values(status=CallStatus.CANCELED, ended_at=NOW))
    assert claim_line(session, dialed_in.id, number, NOW, MANY) is Gate.OPEN


def test_a_switchboard_that_several_share_counts_once(session, own, campaign):
    shared = (
        select(OfficeLine.e164, func.array_agg(OfficeHolder.name))
        .join(HolderLine, HolderLine.line_id == OfficeLine.id)
        .join(OfficeHolder, OfficeHolder.id == HolderLine.holder_id)
        .where(OfficeHolder.valid_to.is_(None), HolderLine.rank == 0)
        .group_by(OfficeLine.e164)
        .having(func.count(OfficeHolder.id.distinct()) > 2)
    )
    number, names = session.execute(shared.limit(1)).one()
    gates = []
    for nth, name in enumerate(names[:3]):
        call = a_call(session, own, campaign, phone=f"+161755501{11 + nth}", offices=(office_of(session, name),))
        gates.append(claim_line(session, call.id, number, datetime.now(UTC), MANY))
        session.execute(update(Call).where(Call.id == call.id).values(status=CallStatus.DIALING))
    assert gates == [Gate.OPEN, Gate.OPEN, Gate.FULL]


@pytest.mark.parametrize("verb", ["dial", "bridge"])
def test_a_caller_who_hung_up_unheard_gives_the_line_back_in_the_end(settings, campaign, verb):
    """No report arrives of a call to the hotline: the carrier is asked what became of it."""
    with journey(settings, Faults(drop=1.0)) as world:
        world.office_phone.answers(after=6).talks_for(42)
        world.everything.network.phone(CALLER).hangs_up_during(verb)
        world.somebody_dials_in(CALLER, "1", "01040", "1", "1", "1")
        own = world.everything.app.extensions["ringdown"]
        soon = datetime.now(UTC) + timedelta(minutes=50)
        reconciled(world.call_log.session, soon, Reconciling(own.carrier, own.vault))
        call = world.call_log.only()
        assert (call.status, call.holds_line) == (CallStatus.COMPLETED, None)
