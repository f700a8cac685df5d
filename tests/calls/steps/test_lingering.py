"""Before an office is on the line a call takes forty turns and ten minutes at most, thrice as long for relays."""

from datetime import timedelta

import pytest
from sqlalchemy import func, update

from models import Call, CallStatus, CarrierEvent
from tests.calls.steps.situations import World, dialed_in, everybody_hangs_up, rung


@pytest.fixture
def world(session, own, campaign):
    everybody_hangs_up(session)
    return World(session, own, campaign, "en")


@pytest.fixture
def phone(world):
    """Somebody who dialed the hotline."""
    return dialed_in(world)


@pytest.fixture
def lasts(session, phone):
    """For so many minutes they are on the phone."""

    def lasts(minutes, **what):
        began = func.now() - timedelta(minutes=minutes)
        session.execute(update(Call).where(Call.id == phone.call_id).values(created_at=began, **what))
        session.commit()

    return lasts


@pytest.fixture
def waited(session, phone):
    """They stood in a line for so many minutes, a while ago, with so many looks."""

    def waited(minutes, looks):
        for nth in range(looks + 1):
            at = func.now() - timedelta(minutes=minutes * (looks - nth) / looks + 1)
            name = "waits_turn" if nth < looks else "connect"
            session.add(CarrierEvent(call_id=phone.call_id, key=nth, at=at, kind="turn", name=name))
        session.commit()

    return waited


def goes_on(phone, turn=5):
    return phone.answers("where", speech="Holyoke", turn=turn).step != "took_long"


@pytest.mark.parametrize(("turn", "may"), [(39, True), (40, False), (118, False)])
def test_the_fortieth_turn_is_the_last(phone, turn, may):
    assert goes_on(phone, turn) is may


@pytest.mark.parametrize(("minutes", "may"), [(9, True), (10, False), (29, False)])
def test_so_is_what_comes_after_ten_minutes(phone, lasts, minutes, may):
    lasts(minutes)
    assert goes_on(phone) is may


@pytest.mark.parametrize(("minutes", "turn", "may"), [(29, 5, True), (30, 5, False), (1, 119, True)])
def test_whoever_needs_more_time_has_thrice_as_much(phone, lasts, minutes, turn, may):
    lasts(minutes, more_time=True)
    assert goes_on(phone, turn) is may


@pytest.mark.parametrize(("minutes", "looks", "may"), [(20, 50, True), (2, 5, False)])
def test_waiting_in_a_line_does_not_count(phone, lasts, waited, minutes, looks, may):
    lasts(25)
    waited(minutes, looks)
    assert goes_on(phone, looks + 5) is may


@pytest.mark.parametrize("status", [CallStatus.CONNECTING, CallStatus.TALKING, CallStatus.ASKING])
def test_once_an_office_is_on_the_line_nobody_is_cut_off(session, world, status):
    phone = rung(world)
    session.execute(update(Call).where(Call.id == phone.call_id).values(status=status))
    session.commit()
    assert phone.answers("after_office", keys="1", turn=100).step == "next_office"


def test_whom_we_rang_is_told_by_turns_alone(session, world):
    phone = rung(world)
    session.execute(update(Call).values(created_at=func.now() - timedelta(hours=1)))
    session.commit()
    assert phone.answers("ready", keys="2", turn=39).step == "script"
    assert phone.answers("ready", keys="2", turn=40).step == "took_long"
