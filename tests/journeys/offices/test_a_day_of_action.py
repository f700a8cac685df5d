"""A day of action of three waves on a moved clock: each office is rung in its own, none beyond its share."""

from collections import Counter

import pytest
from sqlalchemy import select

from app.calls.later.due import ring_due
from app.store.unit import Unit
from models import ActionShare, CallStatus, LegRole, OfficeHolder, WhomToCall
from tests.world.calls import due_at
from tests.world.campaign.action import THE_DAY, day_of_action, seat_of, wave
from tests.world.campaign.campaigns import change_campaign
from tests.world.people.journey import PATIENCE, journey
from tests.world.time.clocks import local, on_the_wall
from tests.world.time.wall_clock import WallClock

WAVES = {"10-11 am": "Pat Duffy", "11-12": "Simon Cataldo", "2-3 pm": "John Velis"}
CALLER = "+14135550142"
SHARE = 1


@pytest.fixture
def clock():
    return WallClock(f"{THE_DAY} 09:30")


@pytest.fixture
def world(settings, campaign, clock):
    with journey(settings, always_open=False, clock=clock) as world:
        world.office_phone.answers(after=2).talks_for(20)
        yield world


@pytest.fixture
def waves(session, campaign):
    """Everybody is asked to call the same three, each in an hour of its own."""
    of = select(OfficeHolder.id)
    listed = [session.scalars(of.where(OfficeHolder.name == who)).first() for who in WAVES.values()]
    change_campaign(session, whom_to_call=WhomToCall.LISTED, listed=listed)
    day_of_action(session, campaign, *(wave(session, *it) for it in WAVES.items()), share=SHARE, others=False)


def asks(world, nth):
    number = f"+1413555013{nth}"
    world.everything.network.phone(number).answers(after=2).then_presses("1", "1", "1")
    return world.supporter_asks_to_be_called(phone=number, town="")


def reached(world):
    """How often each office was connected."""
    rung = {leg.called_office_id for leg in world.call_log.legs() if leg.role is LegRole.OFFICE}
    offices = [office for call in world.call_log.all() for office in call.offices if office.id in rung]
    return Counter(office.office_holder.name for office in offices)


def test_each_office_is_rung_in_its_wave_and_none_beyond_its_share(world, waves, clock, session):
    nth = 0
    for at in ("10:20", "11:30", "14:59"):
        clock.now = local(f"{THE_DAY} {at}")
        for _ in range(SHARE + 1):
            asks(world, nth)
            nth += 1
    assert reached(world) == dict.fromkeys(WAVES.values(), SHARE)
    assert session.scalars(select(ActionShare.calls)).all() == [SHARE] * len(WAVES)


def test_before_the_first_wave_and_between_two_nobody_is_rung(world, waves, clock):
    answer = asks(world, 0)
    clock.now = local(f"{THE_DAY} 12:30")
    later = asks(world, 1)
    assert "The turn of Representative Pat Duffy comes in 30 minutes." in answer.text
    assert "The turn of Senator John Velis comes on Monday, November 2, at 2:00 PM." in later.text
    assert not world.call_log.all()


def test_on_the_hotline_the_next_wave_is_said_and_kept(world, campaign, session, clock):
    day_of_action(session, campaign, wave(session, "2-3 pm", "Pat Duffy"))
    world.somebody_dials_in(CALLER, "1", "01040", "1", "1", "2")
    assert "this one's turn comes on Monday, November 2, at 2:00 PM" in world.program_says().replace("today", "on")
    booked = world.call_log.all()[-1]
    assert (booked.status, on_the_wall(booked.ring_at)) == (CallStatus.SCHEDULED, f"{THE_DAY} 14:00")
    clock.now = local(f"{THE_DAY} 14:00")
    world.everything.network.phone(CALLER).answers(after=2).then_presses("1", "1", "1")
    ring_due(Unit(world.call_log.session), due_at(clock()))
    world.waits()
    world.everything.network.wait_until_idle(PATIENCE)
    assert world.call_log.all()[-1].talk_seconds == 20


def test_the_machine_of_an_office_waits_for_its_wave_too(world, campaign, session):
    assert seat_of(session, "Pat Duffy")
    day_of_action(session, campaign, wave(session, "2-3 pm", "Pat Duffy"))
    world.somebody_dials_in(CALLER, "1", "01040", "1", "1", "1")
    assert "To leave a voicemail" not in world.program_says()
    assert [leg.role for leg in world.call_log.legs()] == [LegRole.SUPPORTER]
