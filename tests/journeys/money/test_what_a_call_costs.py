"""What a call cost, from the ring to the carrier's price, and what is heard when the money is spent."""

from datetime import timedelta
from decimal import Decimal
from math import ceil

import pytest
from sqlalchemy import select

from app.calls.cost.settling import ASKS_AFTER, Settling, ask_prices, settle_ended
from app.clock import utc_now
from app.limits.money.ledger import ledgers
from app.telephony.local_network.account.prices import Billing
from app.telephony.twilio_carrier import TwilioCarrier
from models import CallCost, Leg, Span
from tests.world.one_unit import kept

A_MINUTE = timedelta(minutes=1)
A_MINUTE_COSTS = Decimal("0.014")


@pytest.fixture
def books(world, settings):
    """Whoever counts the money, so long after now."""
    there = settings.model_copy(update={"twilio_api_base_url": world.everything.network.url})
    session, carrier = world.call_log.session, TwilioCarrier(there)

    class Books:
        def settles(self, after=A_MINUTE):
            session.rollback()
            kept(session, lambda work: settle_ended(work.session, Settling(there, utc_now() + after, "of a test")))
            return self.cost()

        def asks(self, after):
            session.rollback()
            kept(session, lambda work: ask_prices(work, carrier, Settling(there, utc_now() + after, "of a test")))
            return self.cost()

        def cost(self):
            session.rollback()
            return session.scalars(select(CallCost).execution_options(populate_existing=True)).one()

    return Books()


def by_the_table(world):
    """The minutes of both legs that have begun."""
    seconds = [leg.duration_seconds for leg in world.call_log.legs()]
    assert len(seconds) == 2
    return sum(ceil(it / 60) for it in seconds) * A_MINUTE_COSTS


@pytest.fixture
def talked(world, supporter, office):
    """A call of a minute's talk."""
    office.answers(after=6).talks_for(42)
    world.supporter_asks_to_be_called()


@pytest.mark.usefixtures("talked")
def test_a_call_is_settled_by_the_table_until_the_carrier_tells_a_negative_number(world, books):
    world.everything.network.account.billing = Billing(after=timedelta(days=365))
    first = books.settles()
    assert (first.legs, first.is_estimate, first.reserved) == (by_the_table(world), True, 0)
    assert Decimal("0.03") < first.speech < Decimal("0.15")
    late = books.asks(ASKS_AFTER[0])
    assert (late.legs, late.is_estimate, late.times_asked) == (by_the_table(world), True, 1)
    world.everything.network.account.billing = Billing()
    told = books.asks(timedelta(days=7))
    assert (told.legs, told.is_estimate, told.is_asked_at) == (by_the_table(world), False, None)


@pytest.mark.usefixtures("talked")
def test_a_price_in_another_currency_is_kept_and_not_counted(world, books):
    world.everything.network.account.billing = Billing(unit="EUR", sign="")
    books.settles()
    cost = books.asks(ASKS_AFTER[0])
    assert (cost.legs, cost.is_estimate) == (by_the_table(world), True)
    assert set(world.call_log.session.scalars(select(Leg.price_unit))) == {"EUR"}


@pytest.mark.usefixtures("talked")
def test_a_carrier_that_never_tells_is_asked_no_more_after_a_week(world, books):
    world.everything.network.account.billing = Billing(tells=False)
    books.settles()
    for after in ASKS_AFTER:
        cost = books.asks(after + A_MINUTE)
    assert (cost.is_estimate, cost.is_asked_at, cost.times_asked) == (True, None, len(ASKS_AFTER))


@pytest.mark.usefixtures("talked")
def test_what_is_counted_of_a_day_is_what_its_calls_cost(world, books):
    cost, session = books.settles(), world.call_log.session
    stands = ledgers(session, utc_now())
    for span in Span:
        assert stands[cost.campaign_id, span].spent == cost.legs + cost.speech
        assert stands[cost.campaign_id, span].reserved == 0


def test_a_ring_that_nobody_answers_costs_nothing(world, books):
    world.supporter_phone.does_not_answer()
    world.supporter_asks_to_be_called()
    cost = books.settles()
    assert (cost.legs, cost.speech, cost.is_estimate) == (0, 0, False)
