"""Whoever agrees to be rung later gets a slot: an opening is never crowded, and what is canceled is free again."""

from collections import Counter
from datetime import timedelta

import pytest
from sqlalchemy import select

from app.calls.errors import NoSlotFree
from app.calls.later.cancel import cancel_booked
from app.calls.later.slots import CALLS_A_PLACE, take_slot
from app.calls.run.cancel import cancel_call
from app.representatives.opening import OpeningHours
from app.store.db import db
from app.store.unit import Unit
from models import USUAL_AT_ONCE, LinePace, Slot
from tests.world.calls import a_call
from tests.world.people.crowd import at_once
from tests.world.time.clocks import hours, local, on_the_wall

MONDAY = local("2026-11-02 09:00")
NUMBER = "+16175550190"
ROOM = USUAL_AT_ONCE * CALLS_A_PLACE
USUAL = OpeningHours()


@pytest.fixture
def takes(session):
    """Take so many slots from Monday's opening on; returns how many came to each time."""

    def takes(how_many, number=NUMBER, opening=USUAL):
        took = Counter(on_the_wall(take_slot(session, number, MONDAY, opening))[-5:] for _ in range(how_many))
        session.commit()
        return took

    return takes


def test_eight_are_rung_when_it_opens_and_the_next_a_quarter_later(takes):
    assert takes(ROOM + 1) == {"09:00": ROOM, "09:15": 1}


def test_a_switchboard_that_takes_more_has_more_room(session, takes):
    session.add(LinePace(e164=NUMBER, at_once=5))
    assert takes(21) == {"09:00": 20, "09:15": 1}


def test_every_number_has_room_of_its_own(takes):
    takes(ROOM)
    assert takes(1, number="+16175550191") == {"09:00": 1}


def test_forty_at_once_never_fill_a_slot_beyond_its_room(app):
    def take(session, _):
        taken = take_slot(session, NUMBER, MONDAY, USUAL)
        session.commit()
        return on_the_wall(taken)[-5:]

    came = Counter(at_once(db.engine, 40, take))
    assert came == dict.fromkeys(("09:00", "09:15", "09:30", "09:45", "10:00"), ROOM)


def test_a_day_that_is_full_is_told_and_nobody_is_moved_past_closing_time(takes):
    short = OpeningHours(week=((hours(9, 9.5),),) * 7)
    takes(2 * ROOM, opening=short)
    with pytest.raises(NoSlotFree):
        takes(1, opening=short)


@pytest.fixture
def booked(session, own, campaign):
    """A call that is agreed on for Monday's opening."""
    return a_call(session, own, campaign, ring_from=MONDAY)


def taken(session):
    return session.scalars(select(Slot.taken)).all()


def test_whoever_agrees_on_a_time_takes_one_slot(session, booked):
    assert (booked.status, booked.ring_at, taken(session)) == ("scheduled", MONDAY, [1])
    assert booked.ring_until - booked.ring_at >= timedelta(days=1)


def test_what_is_canceled_on_the_page_is_free_again_once(session, own, booked):
    cancel_call(Unit(session), own.carrier, booked.id)
    cancel_call(Unit(session), own.carrier, booked.id)
    assert taken(session) == [0]


def test_what_is_canceled_on_the_phone_is_free_again_once(session, booked):
    cancel_booked(session, booked.id)
    cancel_booked(session, booked.id)
    assert taken(session) == [0]


def test_a_full_opening_has_room_once_somebody_canceled(session, own, campaign):
    first = a_call(session, own, campaign, ring_from=MONDAY, phone="+16175550111")
    for nth in range(1, ROOM):
        a_call(session, own, campaign, ring_from=MONDAY, phone=f"+161755501{11 + nth}")
    cancel_call(Unit(session), own.carrier, first.id)
    assert a_call(session, own, campaign, ring_from=MONDAY, phone="+16175550122").ring_at == MONDAY
    assert a_call(session, own, campaign, ring_from=MONDAY, phone="+16175550123").ring_at > MONDAY
