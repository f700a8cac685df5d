"""How many phones a campaign rings: in a minute, after which the others wait, and in a day, after which nobody is."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, text, update

from app.calls.begin.web import place_call
from app.calls.queue.first import longest_waiting
from app.calls.queue.next import take
from app.calls.run.ring import ring
from app.limits.errors import CampaignRangEnough
from app.limits.rings.campaign import CampaignLimits
from app.limits.rings.ringing import limits_of
from app.store.db import db
from models import Call, CallStatus, CampaignPace, EndReason, LinePace
from models.pace import MOST_AT_ONCE
from tests.world.calls import a_call, office_of, placing, request_for, the_ring
from tests.world.jobs import ITS_MOMENT
from tests.world.one_unit import kept
from tests.world.people.crowd import at_once
from tests.world.time.clocks import local

NOON = local("2026-11-02 12:00")
A_MINUTE = timedelta(minutes=1)


@pytest.fixture
def calls(session, own, campaign):
    """So many calls that wait to be rung at noon."""

    session.add(LinePace(e164=office_of(session).number, at_once=MOST_AT_ONCE))
    session.commit()

    def calls(how_many):
        made = [a_call(session, own, campaign, phone=f"+161755501{20 + nth}") for nth in range(how_many)]
        session.execute(update(Call).values(waits_since=NOON, ring_until=NOON + 9 * A_MINUTE))
        session.commit()
        return made

    return calls


@pytest.fixture
def rings_all(session, ringing, carrier_server):
    """Let the workers ring whom they may, at a moment; returns how many phones rang until then."""
    carrier_server.answers()

    def rings_all(moment, **limits):
        there = replace(ringing, settings=ringing.settings.model_copy(update=limits), clock=lambda: moment)
        waiting = session.scalars(select(Call.id).where(Call.waits_for.is_not(None))).all()
        for call_id in waiting * 2:  # each has jobs of its own, and the carrier's moment
            session.execute(ITS_MOMENT)
            session.execute(text("DELETE FROM procrastinate_jobs"))
            kept(session, lambda work, call_id=call_id: ring(work, call_id, there))
        return carrier_server.rung()

    return rings_all


def test_beyond_so_many_a_minute_the_others_wait_for_the_next(calls, rings_all):
    calls(5)
    assert rings_all(NOON, campaign_rings_per_minute=2) == 2
    assert [rings_all(NOON + nth * A_MINUTE, campaign_rings_per_minute=2) for nth in (1, 2)] == [4, 5]


def test_beyond_so_many_a_day_nobody_is_rung_and_they_are_told_why(session, calls, rings_all):
    calls(3)
    assert rings_all(NOON, campaign_rings_per_day=2) == 2
    over = session.execute(select(Call.status, Call.end_reason).where(Call.ended_at.is_not(None))).all()
    assert over == [(CallStatus.CANCELED, EndReason.CAMPAIGN_HAD_ENOUGH)]


def test_a_click_is_told_so_and_tomorrow_it_is_another_day(session, own, campaign, calls, rings_all):
    calls(2)
    rings_all(NOON, campaign_rings_per_day=2)
    few = replace(limits_of(own.settings), of_campaign=CampaignLimits(a_minute=9, a_day=2))
    here = replace(placing(own), limits=few, clock=lambda: NOON)
    with pytest.raises(CampaignRangEnough):
        place_call(session, request_for(session, campaign, phone="+16175550140"), here)
    session.rollback()
    tomorrow = replace(here, clock=lambda: NOON + timedelta(days=1))
    assert place_call(session, request_for(session, campaign, phone="+16175550140"), tomorrow)


def test_its_calls_keep_no_others_from_being_rung_next(session, campaign, calls):
    first, _ = calls(2)
    limits = CampaignLimits(a_minute=9, a_day=99)
    assert [one.id for one in longest_waiting(session, NOON, limits)] == [first.id]
    session.add(CampaignPace(campaign_id=campaign, minute=NOON, in_minute=9, day=NOON.date(), in_day=9))
    session.flush()
    assert longest_waiting(session, NOON, limits) == []
    assert [one.id for one in longest_waiting(session, NOON + A_MINUTE, limits)] == [first.id]


def test_of_forty_at_once_no_more_than_the_limit_ring(session, own, campaign, calls):
    made = [call.id for call in calls(40)]
    few = {**the_ring(campaign, NOON), **CampaignLimits(a_minute=9, a_day=7).values(NOON)}
    session.rollback()

    def takes(there, nth):
        number = {"phone_hash": bytes([nth]), "do_not_call": bytes([nth])}
        taken = take(there, made[nth], NOON, few | number)
        there.commit() if taken else there.rollback()
        return taken

    assert at_once(db.engine, 40, takes).count(True) == 7


def test_a_rehearsal_counts_for_no_campaign(session, own, campaign, ringing, carrier_server):
    carrier_server.answers()
    rehearsal = replace(placing(own), rehearsal=True)
    call_id = place_call(session, request_for(session, campaign), rehearsal)
    session.commit()
    kept(session, lambda work: ring(work, call_id, ringing))
    assert (carrier_server.rung(), session.scalars(select(CampaignPace)).all()) == (1, [])
