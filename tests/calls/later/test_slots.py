"""Whoever agrees to be rung later gets a slot: an opening is never crowded, and what is canceled is free again."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from app.calls.begin.web import place_later
from app.calls.errors import NoSlotFree
from app.calls.hours.office import ring_times
from app.calls.later.cancel import cancel_booked
from app.calls.later.slots import CALLS_A_PLACE, Room, take_slot
from app.calls.run.cancel import cancel_call
from app.guard.phone_vault import PHONE
from app.limits.errors import TooManyNumbers
from app.limits.rings.ringing import limits_of
from app.representatives.opening import OpeningHours
from app.store.db import db
from app.store.unit import Unit
from models import USUAL_AT_ONCE, Call, LinePace, NumberRung, Slot
from tests.world.calls import a_call, office_of, placing, request_for
from tests.world.one_unit import kept
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
        took = Counter(on_the_wall(take_slot(session, MONDAY, Room(number, opening)))[-5:] for _ in range(how_many))
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
        taken = take_slot(session, MONDAY, Room(NUMBER, USUAL))
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
    assert booked.ring_until - booked.ring_at == timedelta(hours=4)


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


@pytest.fixture
def strangers(session, own, campaign):
    """So many numbers of nobody who pressed 1 agree on Monday, each by another visitor; how many may."""

    def strangers(how_many, *, first=0, **what):
        came = 0
        for nth in range(first, first + how_many):
            phone = f"+1{(413, 508, 978)[nth // 100]}55501{nth % 100:02d}"
            try:
                came += bool(a_call(session, own, campaign, ring_from=MONDAY, phone=phone, **what))
            except NoSlotFree:
                session.rollback()
        return came

    return strangers


def test_strangers_have_a_quarter_of_a_day_between_them(session, own, campaign, strangers):
    session.add(LinePace(e164=office_of(session).number, at_once=1))
    session.commit()
    a_quarter = len(list(ring_times(None, MONDAY))) * CALLS_A_PLACE // 4
    assert strangers(a_quarter + 5) == a_quarter
    known = own.vault.fingerprint("+16175550123", purpose=PHONE)
    session.add(NumberRung(phone_hash=known, rang=[], in_vain=0, pressed_at=MONDAY, over_at=MONDAY))
    session.commit()
    assert a_call(session, own, campaign, ring_from=MONDAY, phone="+16175550123").ring_at.date() == MONDAY.date()


def test_of_forty_strangers_at_once_no_more_than_their_share_agree(session, own, campaign):
    session.add(LinePace(e164=office_of(session).number, at_once=1))
    session.commit()
    requests = [request_for(session, campaign, phone=f"+141355501{nth:02d}") for nth in range(40)]
    few = replace(placing(own), limits=replace(limits_of(own.settings), strangers_percent=5))
    session.rollback()

    def agrees(there, nth):
        call_id = place_later(there, requests[nth], replace(few, visitor=placing(own).visitor), MONDAY)
        there.commit()
        return call_id

    came = at_once(db.engine, 40, agrees)
    assert sorted({type(one).__name__ for one in came}) == ["NoSlotFree", "int"]
    assert sum(isinstance(one, int) for one in came) == 7  # of 128


def test_one_visitor_agrees_on_two_times_at_one_office(session, own, campaign):
    here = placing(own, "a visitor")

    def agrees(nth, name="Pat Duffy"):
        request = request_for(session, campaign, phone=f"+141355501{nth:02d}", offices=(office_of(session, name),))
        try:
            return bool(kept(session, lambda work: place_later(work.session, request, here, MONDAY)))
        except TooManyNumbers:
            session.rollback()
            return False

    assert [agrees(1), agrees(2), agrees(3), agrees(4, "John Velis"), agrees(5)] == [True, True, False, True, False]


def test_of_twenty_that_one_visitor_asks_for_at_once_two_are_agreed_on(session, own, campaign):
    requests = [request_for(session, campaign, phone=f"+141355501{nth:02d}") for nth in range(20)]
    here = placing(own, "a visitor")
    session.rollback()

    def agrees(there, nth):
        call_id = place_later(there, requests[nth], here, MONDAY)
        there.commit()
        return call_id

    came = at_once(db.engine, 20, agrees)
    assert sorted(type(one).__name__ for one in came) == ["TooManyNumbers"] * 18 + ["int"] * 2


def test_a_number_of_honolulu_is_rung_in_the_afternoon_here(session, own, campaign):
    request = request_for(session, campaign, phone="+18085550123")
    hours = replace(placing(own), keeps_hours=True)
    call_id = kept(session, lambda work: place_later(work.session, request, hours, MONDAY))
    assert on_the_wall(session.get_one(Call, call_id).ring_at) == "2026-11-02 13:00"
