"""Nobody is rung for whom there is no money; who only waits for calls under way to end keeps their place."""

from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import func, select, update

from app.calls.cost.settling import Settling, settle_ended
from app.calls.life.status import move_call
from app.calls.run.ring import ring, ring_everybody, ring_next
from app.campaigns.at_door import find_campaign
from app.clock import utc_now
from app.limits.holds.by_budget import set_budget
from app.limits.holds.change import SAFE_MODE, hold, hold_of, let_go
from app.limits.placing import WhyNotRing
from models import Budget, Call, CallCost, CallStatus, EndReason, EventSource, Hold, Leg, LegStatus, Spending, WhyHeld
from tests.world.calls import a_call
from tests.world.jobs import jobs_done
from tests.world.one_unit import kept

A_CALL, SHARE = Decimal("1.22"), Decimal("0.95")


@pytest.fixture
def budget(session, campaign):
    def budget(dollars, whose=campaign):
        wanted = Budget(campaign_id=whose, a_day=dollars and Decimal(dollars))
        kept(session, lambda work: set_budget(work.session, wanted, A_CALL, SHARE, utc_now()))

    return budget


@pytest.fixture
def crowd(session, own, campaign):
    """So many calls that wait, each for another office's line."""

    def waits(nth):
        call = a_call(session, own, campaign, phone=f"+14135550{nth}")
        call.waits_for = f"+16177{nth}{nth}"[:12]
        session.commit()
        return call.id

    return [waits(nth) for nth in range(100, 110)]


def ends(session):
    session.rollback()
    return dict(session.execute(select(Call.status, func.count()).group_by(Call.status)).all())


def holds(session):
    session.rollback()
    return {one.why for one in session.scalars(select(Hold).where(Hold.over_at.is_(None)))}


def all_are_rung(session, ringing, calls):
    for call_id in calls:
        kept(session, lambda work, it=call_id: ring(work, it, ringing))
    jobs_done(session, ringing)


def test_of_ten_only_so_many_are_rung_as_five_dollars_can_pay_for(
    session, campaign, crowd, budget, ringing, carrier_server
):
    carrier_server.answers()
    budget("5")
    all_are_rung(session, ringing, crowd)
    assert carrier_server.rung() == 3
    assert ends(session) == {CallStatus.DIALING: 3, CallStatus.REQUESTED: 7}
    assert holds(session) == {WhyHeld.BUDGET_RESERVED}
    assert find_campaign(session, "safe-communities").not_placed is WhyNotRing.HELD
    assert session.scalar(select(func.sum(CallCost.reserved))) <= 5 * SHARE


def test_when_they_end_the_next_are_rung(session, settings, crowd, budget, ringing, carrier_server):
    carrier_server.answers()
    budget("5")
    all_are_rung(session, ringing, crowd)
    session.execute(update(Leg).values(status=LegStatus.NO_ANSWER))
    for call_id in session.scalars(select(Call.id).where(Call.status == CallStatus.DIALING)).all():
        move_call(session, call_id, CallStatus.NO_ANSWER, source=EventSource.CARRIER)
    session.commit()
    later = Settling(settings, utc_now() + timedelta(hours=2), "default")
    kept(session, lambda work: settle_ended(work.session, later))
    assert holds(session) == set()
    jobs_done(session, ringing)
    assert carrier_server.rung() == 6


def test_what_is_spent_ends_those_who_wait_and_offers_own_phones(
    session, campaign, crowd, budget, ringing, carrier_server
):
    carrier_server.answers()
    budget("5")
    kept(session, lambda work: ring(work, crowd[0], ringing))
    session.execute(update(Spending).values(spent=Decimal("4.5")))
    session.commit()
    all_are_rung(session, ringing, crowd[1:])
    assert carrier_server.rung() == 1
    reasons = session.scalars(select(Call.end_reason).where(Call.ended_at.is_not(None))).all()
    assert set(reasons) == {EndReason.OUT_OF_BUDGET}
    assert holds(session) == {WhyHeld.BUDGET_SPENT}


@pytest.mark.usefixtures("campaign")
def test_more_money_lets_it_go_on_at_once(session, budget):
    budget("0")
    assert holds(session) == {WhyHeld.BUDGET_SPENT}
    budget(None)
    assert holds(session) == set()
    assert find_campaign(session, "safe-communities").not_placed is None


def test_safe_mode_rings_nobody_until_it_is_switched_back(session, crowd, ringing, carrier_server):
    carrier_server.answers()
    kept(session, lambda work: hold(work.session, SAFE_MODE, "Somebody wanted it so.", utc_now()))
    kept(session, lambda work: ring_everybody(work, ringing))
    kept(session, lambda work: ring_next(work, ringing))
    assert carrier_server.rung() == 0
    assert set(session.scalars(select(Call.end_reason))) == {EndReason.HELD}
    assert find_campaign(session, "safe-communities").not_placed is WhyNotRing.HELD
    kept(session, lambda work: let_go(work.session, hold_of(work.session, SAFE_MODE).id, utc_now()))
    assert find_campaign(session, "safe-communities").not_placed is None


def test_a_call_whose_claim_is_undone_has_no_money(session, crowd, budget, ringing, carrier_server):
    """A worker that is killed leaves neither: they are kept together, or not at all."""
    carrier_server.answers()
    budget("5")
    session.execute(update(Call).where(Call.id == crowd[0]).values(status=CallStatus.CANCELED, ended_at=func.now()))
    session.commit()
    kept(session, lambda work: ring(work, crowd[0], ringing))
    assert session.scalar(select(func.count()).select_from(CallCost)) == 0
