"""Organizers are told when half, most, or all of a budget is spent: once each, and no longer than it is so."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from app.calls.cost.told import tell_of_budgets
from models import EVERY_CAMPAIGN, Alert, AlertKind, Budget, Span, Spending

NOW = datetime(2026, 11, 30, 17, tzinfo=UTC)
BUDGET = Decimal(100)


@pytest.fixture
def told(session, settings):
    """The sentences that stand once so many dollars of a hundred were spent on a day."""

    def told(dollars, of=EVERY_CAMPAIGN, now=NOW):
        session.merge(Budget(campaign_id=of, a_day=BUDGET))
        session.merge(Spending(campaign_id=of, span=Span.DAY, since=NOW.date(), spent=Decimal(dollars)))
        session.flush()
        tell_of_budgets(session, now, settings)
        standing = select(Alert.sentence).where(Alert.kind == AlertKind.BUDGET, Alert.over_at.is_(None))
        return list(session.scalars(standing))

    return told


@pytest.mark.parametrize(("dollars", "percent"), [("50", 50), ("79.99", 79), ("80", 80), ("94", 94)])
def test_from_half_of_it_on_one_sentence_says_how_much(told, dollars, percent):
    assert told(dollars) == [
        f"All campaigns together: {percent} % of the $100.00 for today is spent (${Decimal(dollars):.2f})."
    ]


def test_below_half_nothing_is_said(told):
    assert told("49.99") == []


def test_where_calls_may_cost_no_more_it_is_spent_whatever_is_kept_for_a_sentence(told, settings):
    (said,) = told(BUDGET - BUDGET * settings.hotline_reserve_percent / 100)
    assert said.startswith("All campaigns together: the $100.00 for today are spent")
    assert "Nobody is rung" in said


def test_each_step_is_told_anew_and_takes_the_place_of_the_one_before(session, told):
    said = [told(dollars) for dollars in ("50", "60", "80", "100")]
    assert [len(sentences) for sentences in said] == [1, 1, 1, 1]
    assert len(session.scalars(select(Alert).where(Alert.kind == AlertKind.BUDGET)).all()) == 3


def test_tomorrow_it_is_over(told):
    assert len(told("80")) == 1
    assert told("80", now=NOW + timedelta(days=1)) == []


def test_a_campaign_is_named_by_its_subject(told, campaign):
    (said,) = told("80", of=campaign)
    assert said.startswith("“")
