"""The page of a campaign's money: a budget that is typed as people type it, and what it says when that is no use."""

from datetime import timedelta
from decimal import Decimal

import pytest

from app.clock import eastern_day, utc_now
from app.limits.money.forecast import dollars, forecast
from app.limits.money.ledger import Ledger
from models import Budget, Span, Spending
from tests.world.time.clocks import local


@pytest.fixture
def sends(signed_in, campaign):
    """Send the form; returns the page that follows."""

    def sends(**typed):
        page = f"/organizers/campaigns/{campaign}/money"
        return signed_in.follows(page, page, **{"a_day": "", "a_month": ""} | typed)

    return sends


def budget(session, campaign):
    session.rollback()
    kept = session.get(Budget, campaign)
    return kept and (kept.a_day, kept.a_month)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("5", 5), ("$5", 5), ("1,000", 1000), ("12.50", Decimal("12.5")), ("20 USD", 20), ("0", 0), ("٥", 5)],
)
def test_a_budget_is_typed_as_people_type_it(session, campaign, sends, typed, meant):
    assert "Saved" in sends(a_day=typed)
    assert budget(session, campaign) == (meant, None)


@pytest.mark.parametrize("typed", ["5 €", "EUR 5", "C$5", "£5"])
def test_another_currency_is_asked_for_in_dollars(session, campaign, sends, typed):
    assert "Give it in US dollars" in sends(a_month=typed)
    assert budget(session, campaign) is None


@pytest.mark.parametrize("typed", ["-5", "five", "5.001", "1e3", "5,0", "NaN"])
def test_what_is_no_amount_says_what_is(sends, typed):
    assert "Give an amount in dollars" in sends(a_day=typed)


def test_less_than_one_call_may_cost_is_no_use(sends):
    assert "One call may cost so much at most that less than $1.29 rings nobody" in sends(a_day="1")


def test_a_budget_below_what_is_reserved_says_so(session, campaign, sends):
    session.add(Spending(campaign_id=campaign, span=Span.DAY, since=eastern_day(utc_now()), reserved=Decimal(8)))
    session.commit()
    assert "What is left of the budget is reserved for calls under way" in sends(a_day="5")


def test_without_a_budget_nothing_is_limited_any_more(session, campaign, sends):
    sends(a_day="0")
    sends()
    assert budget(session, campaign) == (None, None)


def test_the_page_tells_day_by_day_what_was_spent(session, campaign, sends):
    today = eastern_day(utc_now())
    for ago, spent in ((0, "4.02"), (1, "17.5")):
        row = {"span": Span.DAY, "since": today - timedelta(days=ago), "calls": 3 + ago, "estimated": Decimal("0.5")}
        session.add(Spending(campaign_id=campaign, spent=Decimal(spent), **row))
    session.commit()
    page = sends(a_day="5")
    assert "80 % of $5.00" in page
    assert "$17.50" in page
    assert "If it goes on like this, today will have cost about $" in page


def test_a_forecast_goes_by_the_hours_in_which_people_are_rung():
    now = local("2026-11-10 14:30")  # half of the day's hours are over, and a third of the month's days
    day = Ledger(1, Span.DAY, eastern_day(now), Decimal(5), spent=Decimal(2))
    month = Ledger(1, Span.MONTH, eastern_day(now).replace(day=1), None, spent=Decimal(18))
    said = "If it goes on like this, today will have cost about $4.00 of its $5.00, and November about $60.00."
    assert forecast(day, month, now) == said


def test_a_fraction_of_a_cent_is_not_nothing():
    assert [dollars(Decimal(it)) for it in ("0", "0.004", "0.01", "1234.5")] == [
        "$0.00",
        "less than $0.01",
        "$0.01",
        "$1,234.50",
    ]
