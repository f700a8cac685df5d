"""A supporter on the phone agrees on a time: once an office, for a number that may be rung, in a slot that is free."""

import pytest
from sqlalchemy import delete, func, literal, select, update

from app.calls.errors import AlreadyAgreed
from app.calls.later.book import Wish, book
from app.calls.later.bookings import all_booked, bookings_in
from app.calls.later.cancel import cancel_booked
from app.calls.later.slots import CALLS_A_PLACE
from app.calls.life.beginning import NewCall, begin_call
from app.guard.phone_vault import DO_NOT_CALL, PHONE
from app.limits.numbers import number_of
from app.store.db import db
from app.store.unit import unit
from models import (
    USUAL_AT_ONCE,
    Call,
    CalledOffice,
    CallSource,
    CallStatus,
    Consent,
    DoNotCall,
    EventSource,
    NumberRung,
    Slot,
)
from tests.world.calls import a_call, office_of
from tests.world.one_unit import kept
from tests.world.people.crowd import at_once
from tests.world.time.clocks import local, on_the_wall

MONDAY = local("2026-11-02 09:00")
CALLER = "+14135550142"


@pytest.fixture
def dialed_in(session, campaign):
    """A call to the hotline that has agreed on these offices."""

    def dialed_in(*offices):
        what = {"town": "Holyoke", "offices": offices or (office_of(session),)}
        call = NewCall(campaign_id=campaign, campaign_version=1, source=CallSource.HOTLINE, **what)
        return kept(session, lambda it: begin_call(it.session, call, CallStatus.ACCEPTED, source=EventSource.KEYPAD))

    return dialed_in


@pytest.fixture
def books(session, own):
    """Agree on Monday's opening."""

    def books(call_id, rank=0, phone=CALLER, earliest=MONDAY, **how):
        with unit(session):
            return book(session, own.vault, call_id, rank, Wish(earliest, own.clock(), "keypad", phone, **how))

    return books


def agreed_times(session):
    return session.scalar(select(func.count()).where(Call.status == CallStatus.SCHEDULED))


@pytest.fixture
def a_booked_call(session, books, dialed_in):
    return session.get_one(Call, books(dialed_in()).call_id)


def test_the_same_office_is_rung_for_the_same_campaign_at_the_agreed_time(session, a_booked_call):
    call = a_booked_call
    assert (call.status, call.town, call.source) == (CallStatus.SCHEDULED, "Holyoke", CallSource.HOTLINE)
    assert (on_the_wall(call.ring_at), call.offices[0].office_holder.name) == ("2026-11-02 09:00", "Pat Duffy")


@pytest.mark.parametrize("more_time", [True, False])
def test_who_needs_more_time_needs_it_then_too(session, books, dialed_in, more_time):
    call_id = dialed_in()
    session.execute(update(Call).where(Call.id == call_id).values(more_time=more_time))
    session.commit()
    assert session.get_one(Call, books(call_id).call_id).more_time is more_time


def test_the_number_is_kept_for_that_call_alone_and_only_encrypted(session, own, a_booked_call):
    assert number_of(own.vault, a_booked_call.phone_encrypted) == CALLER
    assert session.scalars(select(Call.id).where(Call.phone_encrypted.is_not(None))).all() == [a_booked_call.id]


def test_it_is_agreed_to_by_keypad_once_1_is_pressed_then(session, a_booked_call):
    assert a_booked_call.agreed_in == "keypad"
    assert session.scalar(select(func.count()).select_from(Consent)) == 0


def test_asking_again_is_the_same_time(session, books, dialed_in):
    call = dialed_in()
    assert books(call) == books(call)
    assert session.scalar(select(func.count()).where(Call.status == CallStatus.SCHEDULED)) == 1


def test_whoever_only_shows_the_same_number_agrees_on_nothing_more_and_hears_of_nothing(session, books, dialed_in):
    books(dialed_in())
    assert [books(dialed_in()), books(dialed_in(office_of(session, "John Velis")))] == [None, None]
    assert agreed_times(session) == 1


def test_thirty_calls_to_thirty_offices_agree_on_one_time(session, books, dialed_in):
    offices = [office_of(session), office_of(session, "John Velis")] * 15
    assert [bool(books(dialed_in(office))) for office in offices] == [True] + [False] * 29
    assert agreed_times(session) == 1


def test_of_twenty_at_once_one_agrees(session, own, dialed_in):
    calls = [dialed_in() for _ in range(20)]
    session.rollback()

    def agree(there, nth):
        with unit(there):
            return book(there, own.vault, calls[nth], 0, Wish(MONDAY, MONDAY, "keypad", CALLER))

    came = at_once(db.engine, 20, agree)
    assert [one for one in came if isinstance(one, Exception)] == []
    assert sum(bool(one) for one in came) == 1
    assert (agreed_times(session), session.scalars(select(Slot.taken)).all()) == (1, [1])


def test_a_page_does_not_agree_on_what_was_agreed_on_the_phone(session, own, campaign, books, dialed_in):
    books(dialed_in())
    with pytest.raises(AlreadyAgreed):
        a_call(session, own, campaign, phone=CALLER, ring_from=MONDAY)


def test_only_the_office_that_is_closed_is_rung_later_since_the_call_goes_on_to_the_next(session, books, dialed_in):
    call = dialed_in(office_of(session), office_of(session, "John Velis", nth=2))
    later = session.get_one(Call, books(call, 1).call_id)
    assert [office.office_holder.name for office in later.offices] == ["John Velis"]


def test_two_closed_offices_of_one_call_are_reached_in_one_call_at_one_time(session, books, dialed_in):
    call = dialed_in(office_of(session), office_of(session, "John Velis", nth=2))
    first, second = books(call, 0), books(call, 1)
    assert first == second == books(call, 1)
    later = session.get_one(Call, first.call_id)
    names = [(office.rank, office.nth, office.office_holder.name) for office in later.offices]
    assert names == [(0, 1, "Pat Duffy"), (1, 2, "John Velis")]


def test_whom_we_rang_and_who_pressed_1_adds_to_what_they_agreed_on_before(session, own, campaign, books):
    before = a_call(session, own, campaign, phone=CALLER, ring_from=MONDAY)
    senator = a_call(session, own, campaign, phone=CALLER, offices=(office_of(session, "John Velis"),))
    assert books(senator.id).call_id == before.id
    assert [office.office_holder.name for office in before.offices] == ["Pat Duffy", "John Velis"]


@pytest.mark.parametrize("phone", [None, "+16177222400", "+16175550100", "+16177254005"])
def test_without_a_number_of_their_own_nothing_is_agreed_on(session, books, dialed_in, phone):
    assert books(dialed_in(), phone=phone) is None
    assert session.scalar(select(func.count()).select_from(Consent)) == 0


def test_before_an_office_is_known_nothing_is_agreed_on(session, books, dialed_in):
    call_id = dialed_in()
    session.execute(delete(CalledOffice))
    assert books(call_id) is None


def test_a_number_that_asked_never_to_be_called_is_promised_nothing(session, own, books, dialed_in):
    session.add(DoNotCall(phone_hash=own.vault.fingerprint(CALLER, purpose=DO_NOT_CALL), how="test"))
    session.commit()
    assert books(dialed_in()) is None


def test_for_a_number_that_rang_in_vain_nothing_is_agreed_on_by_caller_id(session, own, books, dialed_in):
    number = own.vault.fingerprint(CALLER, purpose=PHONE)
    session.add(NumberRung(phone_hash=number, rang=[], in_vain=2, over_at=MONDAY))
    session.commit()
    assert books(dialed_in()) is None


def test_five_minutes_before_closing_time_ten_minutes_later_is_the_next_morning(books, dialed_in):
    agreed = books(dialed_in(), earliest=local("2026-11-02 17:05"))
    assert on_the_wall(agreed.ring_at) == "2026-11-03 09:00"


def test_where_every_office_counts_as_open_ten_minutes_later_is_then(books, dialed_in):
    at_night = local("2026-11-02 23:05")
    assert books(dialed_in(), earliest=at_night, keeps_hours=False).ring_at == at_night


def test_a_full_slot_is_passed_over(books, dialed_in):
    for nth in range(USUAL_AT_ONCE * CALLS_A_PLACE):
        books(dialed_in(), phone=f"+141355501{10 + nth}")
    assert on_the_wall(books(dialed_in()).ring_at) == "2026-11-02 09:15"


@pytest.fixture
def agreed_with(session, own):
    """What was agreed on with the number that dialed in."""

    def agreed_with(campaign_id):
        mine = own.vault.fingerprint(CALLER, purpose=PHONE)
        row = session.execute(all_booked(literal(mine), literal(campaign_id))).mappings().one()
        return list(bookings_in(row))

    return agreed_with


def test_what_is_agreed_is_found_by_the_number_and_gone_when_canceled(session, campaign, books, dialed_in, agreed_with):
    agreed = books(dialed_in())
    assert agreed_with(campaign) == [agreed]
    assert agreed_with(campaign + 1) == []
    cancel_booked(session, agreed.call_id)
    assert agreed_with(campaign) == []
