"""The money is spent: pages offer own phones, the hotline says one sentence, and then turns everybody away."""

from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from app.clock import eastern_day, utc_now
from models import Budget, CarrierRecord, EndReason, Span, Spending

CALLER = "+14135550142"


@pytest.fixture
def spent(world, campaign):
    """Let the campaign have a budget of so much a day, and be spent but for so much, today and tomorrow."""
    session, today = world.call_log.session, eastern_day(utc_now())

    def spent(left, a_day="5"):
        session.add(Budget(campaign_id=campaign, a_day=Decimal(a_day)))
        for day in (today, today + timedelta(days=1)):
            row = Spending(campaign_id=campaign, span=Span.DAY, since=day, spent=Decimal(a_day) - Decimal(left))
            session.add(row)
        session.commit()

    return spent


def test_whoever_dials_in_hears_where_to_call_and_then_is_turned_away(world, spent):
    spent(left="0.03")
    call = world.somebody_dials(CALLER)
    assert "Please call the legislature yourself, at 6 1 7, 7 2 2, 2 0 0 0" in world.program_says()
    assert "slash c slash safe dash communities" in world.program_says()
    assert call.end_reason is EndReason.HELD
    for number in ("+14135550143", "+14135550144", "+14135550145"):
        world.somebody_dials(number)
    assert world.program_says().count("Please call the legislature yourself") == 2
    assert len(world.call_log.all()) == 2, "whoever is turned away costs nothing, not even a row"
    legs = len(world.call_log.session.scalars(select(CarrierRecord)).all())
    assert legs == 2, "the carrier is to forget whoever was turned away"


def test_a_click_is_led_to_the_offices_number(world, spent):
    spent(left="0.5")
    first = world.supporter_sends()
    world.waits()
    assert world.call_log.all()[-1].end_reason is EndReason.OUT_OF_BUDGET
    assert first.ok
    second = world.supporter_sends(phone="+16175550124")
    assert "/own/" in second.url
    assert "We cannot ring anybody just now" in second.text
