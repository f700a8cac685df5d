"""No crowd gets past a budget: what a call may cost is reserved for it before it is placed, or it is not placed."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from app.limits.money.ledger import ledgers
from app.limits.money.reserve import MayCost, reserve
from app.limits.money.settle import Cost, settle
from app.store.db import db
from models import EVERY_CAMPAIGN, Budget, Call, CallCost, CallSource, CallStatus, Span, Spending
from tests.world.examples import sized
from tests.world.people.crowd import at_once

NOW = datetime(2026, 11, 30, 17, tzinfo=UTC)
TODAY = NOW.date()
A_CALL, A_MINUTE = Decimal("1.20"), Decimal("0.014")
CROWD = sized(40, 200)


@pytest.fixture
def calls(session, campaign):
    """So many calls that wait to be rung; returns their ids."""

    def calls(how_many, campaign_id=campaign):
        new = [
            Call(campaign_id=campaign_id, campaign_version=1, source=CallSource.WEB, status=CallStatus.REQUESTED)
            for _ in range(how_many)
        ]
        session.add_all(new)
        session.commit()
        return [call.id for call in new]

    return calls


@pytest.fixture
def budget(session):
    """Let a campaign, or all, cost so much."""

    def budget(campaign_id, a_day=None, a_month=None):
        session.merge(Budget(campaign_id=campaign_id, a_day=a_day, a_month=a_month))
        session.commit()

    return budget


def wants(call_id, campaign_id, dollars=A_CALL, **how):
    return MayCost(call_id, campaign_id, dollars, A_MINUTE, **how)


def stands(session, campaign_id, span=Span.DAY, now=NOW):
    session.rollback()
    row = ledgers(session, now)[campaign_id, span]
    return row.spent, row.reserved


@pytest.mark.parametrize("whose", ["of the campaign", "of all together"])
@pytest.mark.parametrize("span", Span)
def test_a_crowd_at_once_gets_no_more_than_there_is(session, campaign, calls, budget, span, whose):
    budget(campaign if whose == "of the campaign" else EVERY_CAMPAIGN, **{f"a_{span}": Decimal(5)})
    ids = calls(CROWD)
    came = at_once(db.engine, CROWD, lambda there, nth: reserve(there, wants(ids[nth], campaign), NOW).is_there)
    assert came.count(True) == 4
    assert stands(session, campaign, span) == (0, 4 * A_CALL)
    assert len(session.scalars(select(CallCost.call_id)).all()) == 4


def test_two_campaigns_share_the_last_dollar_of_a_budget_for_all(session, campaign, calls, budget):
    budget(EVERY_CAMPAIGN, a_day=Decimal("1.30"))
    first, second = calls(2)
    asked = [(first, campaign), (second, campaign + 1)]
    came = at_once(db.engine, 2, lambda there, nth: reserve(there, wants(*asked[nth]), NOW).is_there)
    assert sorted(came) == [False, True]
    assert stands(session, EVERY_CAMPAIGN) == (0, A_CALL)


def test_where_the_month_is_full_nothing_is_reserved_in_the_day(session, campaign, calls, budget):
    budget(campaign, a_day=Decimal(100), a_month=Decimal(1))
    came = reserve(session, wants(calls(1)[0], campaign), NOW)
    assert (came.is_there, came.is_spent) == (False, True)
    session.commit()
    assert stands(session, campaign) == stands(session, campaign, Span.MONTH) == (0, 0)


def test_a_budget_of_nothing_is_spent_from_the_first(session, campaign, calls, budget):
    budget(campaign, a_day=Decimal(0))
    assert reserve(session, wants(calls(1)[0], campaign), NOW).is_spent


def test_what_is_only_reserved_is_not_spent(session, campaign, calls, budget):
    budget(campaign, a_day=Decimal(2))
    first, second = calls(2)
    assert reserve(session, wants(first, campaign), NOW).is_there
    came = reserve(session, wants(second, campaign), NOW)
    assert (came.is_there, came.is_spent) == (False, False)


def test_without_a_budget_everything_is_counted_and_nothing_refused(session, campaign, calls):
    for call_id in calls(3):
        assert reserve(session, wants(call_id, campaign), NOW).is_there
    session.commit()
    assert stands(session, campaign) == (0, 3 * A_CALL)


def test_a_share_is_kept_for_those_who_dial_in(session, campaign, calls, budget):
    budget(campaign, a_day=Decimal(1))
    first, second = calls(2)
    assert not reserve(session, wants(first, campaign, Decimal("0.96"), share=Decimal("0.95")), NOW).is_there
    assert reserve(session, wants(second, campaign, Decimal("0.96")), NOW).is_there


def test_what_a_call_cost_is_counted_once_however_often_it_is_told(session, campaign, calls, budget):
    budget(campaign, a_day=Decimal(5))
    (call_id,) = calls(1)
    reserve(session, wants(call_id, campaign), NOW)
    estimate = Cost(Decimal("0.07"), Decimal("0.05"), is_estimate=True)
    for cost in (estimate, estimate, Cost(Decimal("0.0815"), Decimal("0.05"), is_estimate=False)):
        settle(session, call_id, campaign, TODAY, cost)
        session.commit()
    assert stands(session, campaign) == (Decimal("0.1315"), 0)
    assert session.scalars(select(Spending.estimated)).all() == [0] * 4


def test_a_price_that_comes_a_month_later_counts_where_the_call_was(session, campaign, calls):
    (call_id,) = calls(1)
    reserve(session, wants(call_id, campaign), NOW)
    settle(session, call_id, campaign, TODAY, Cost(Decimal(1), Decimal(0), is_estimate=True))
    later = NOW + timedelta(days=7)
    settle(session, call_id, campaign, TODAY, Cost(Decimal("0.5"), Decimal(0), is_estimate=False))
    session.commit()
    assert stands(session, campaign) == (Decimal("0.5"), 0)
    assert (campaign, Span.DAY) not in ledgers(session, later)


def test_forty_that_are_settled_while_forty_are_reserved_end_in_the_right_sum(session, campaign, calls, budget):
    budget(campaign, a_day=Decimal(1000))
    ids = calls(20)
    for call_id in ids[:10]:
        reserve(session, wants(call_id, campaign), NOW)
    session.commit()

    def either(there, nth):
        if nth < 10:
            return settle(there, ids[nth], campaign, TODAY, Cost(Decimal("0.1"), Decimal(0), is_estimate=True))
        return reserve(there, wants(ids[nth], campaign), NOW)

    assert not [it for it in at_once(db.engine, 20, either) if isinstance(it, Exception)]
    assert stands(session, campaign) == (Decimal(1), 10 * A_CALL)
