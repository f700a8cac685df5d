"""Who may stand in line: nobody is promised a call now that would not come within ten minutes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from app.calls.begin.web import place_call
from app.calls.errors import LongWait
from app.calls.queue.admit import Wanted, long_wait
from app.calls.queue.claim import rest_line, set_pace
from models import Call
from tests.world.calls import MANY, a_call, office_of, placing, request_for
from tests.world.campaign.campaigns import safe_communities
from tests.world.one_unit import kept

NOW = datetime.now(UTC)
CARRIER_IS_FAST = 1000.0


@pytest.fixture
def number(session):
    return office_of(session).number


@pytest.fixture
def waiting(session, own, campaign):
    """So many people stand in the office's line, and know that it takes a while."""

    def waiting(how_many, campaign=campaign):
        for nth in range(how_many):
            a_call(session, own, campaign, phone=f"+1617555{110 + nth:04d}", keeps_place=True)

    return waiting


@pytest.fixture
def wait(session, campaign, number):
    """How many minutes whoever came now would wait, and whether a place is kept for them; None if not for long."""

    def wait(calls_per_second=CARRIER_IS_FAST, a_minute=MANY, number=number):
        told = long_wait(session, campaign, Wanted(number, calls_per_second, a_minute), NOW)
        return told and (told.minutes, told.may_keep_place)

    return wait


@pytest.mark.parametrize(("before", "told"), [(0, None), (7, None), (8, (12, True)), (10, (15, True))])
def test_of_a_busy_line_whoever_would_wait_for_more_than_ten_minutes_is_told(waiting, wait, before, told):
    waiting(before)
    assert wait() == told


def test_a_line_that_rests_for_long_is_a_long_wait_too(session, number, wait):
    rest_line(session, number, NOW, timedelta(minutes=30))
    assert wait() == (30, True)


def test_where_it_would_take_longer_than_a_place_is_kept_none_is(session, number, wait):
    rest_line(session, number, NOW, timedelta(minutes=91))
    assert wait() == (91, False)


@pytest.mark.parametrize(("calls_per_second", "told"), [(0.02, None), (0.01, (14, False))])
def test_where_the_carrier_cannot_keep_up_no_place_is_kept_either(
    session, number, waiting, wait, calls_per_second, told
):
    set_pace(session, number, 50, None)
    waiting(8)
    assert wait(calls_per_second) == told


def test_a_line_presses_on_the_carrier_no_more_than_it_can_take(session, number, waiting, wait, campaign):
    waiting(40)
    other = office_of(session, "Simon Cataldo").number
    assert wait(calls_per_second=8 / 600, number=other) is None


@pytest.mark.parametrize(("a_minute", "told"), [(2, None), (1, (11, False))])
def test_where_the_campaign_rings_fewer_a_minute_whoever_would_wait_for_longer_is_told(
    session, number, waiting, wait, a_minute, told
):
    set_pace(session, number, 50, None)
    waiting(11)
    assert wait(a_minute=a_minute) == told
    assert wait(a_minute=a_minute, number=office_of(session, "Simon Cataldo").number) == told


def test_those_who_wait_for_another_campaign_do_not_press_on_this_one(session, number, waiting, wait, own):
    another = safe_communities()
    another.slug, another.phone_number = "another", "+16175550101"
    session.add(another)
    session.commit()
    set_pace(session, number, 50, None)
    waiting(11, another.id)
    assert wait(a_minute=1) is None


def test_whoever_would_wait_for_longer_by_the_campaigns_pace_has_no_call(session, own, campaign, number, waiting):
    set_pace(session, number, 50, None)
    waiting(11)
    usual = placing(own)
    limits = replace(usual.limits, of_campaign=replace(usual.limits.of_campaign, a_minute=1))
    with pytest.raises(LongWait):
        kept(
            session,
            lambda work: place_call(work.session, request_for(session, campaign), replace(usual, limits=limits)),
        )


def test_whoever_did_not_agree_to_wait_has_no_call(session, own, campaign, waiting):
    waiting(8)
    with pytest.raises(LongWait):
        a_call(session, own, campaign)
    assert len(session.scalars(select(Call)).all()) == 8


def test_nor_has_whoever_did_where_the_carrier_cannot_keep_up(session, own, campaign, waiting):
    waiting(8)
    slow = replace(placing(own), calls_per_second=0.01)
    request = request_for(session, campaign, keeps_place=True)
    with pytest.raises(LongWait):
        kept(session, lambda work: place_call(work.session, request, slow))


def test_the_form_of_a_call_that_waits_already_is_that_call(session, own, campaign, waiting):
    call = a_call(session, own, campaign, form_nonce="mine")
    waiting(9)
    assert a_call(session, own, campaign, form_nonce="mine").id == call.id


def test_those_who_stand_in_line_keep_their_order(session, own, campaign, waiting):
    waiting(8)
    before = session.execute(select(Call.id, Call.waits_since).order_by(Call.id)).all()
    with pytest.raises(LongWait):
        a_call(session, own, campaign)
    assert session.execute(select(Call.id, Call.waits_since).order_by(Call.waits_since, Call.id)).all() == before


def test_those_who_are_rung_already_wait_no_more(session, waiting, wait):
    waiting(8)
    session.execute(update(Call).values(waits_for=None, waits_since=None))
    assert wait() is None
