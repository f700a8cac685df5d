"""How often a number is rung: by all campaigns together, counted when it rings, and by no crowd more often."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select, text, update

from app.calls.begin.web import place_call, place_later
from app.calls.errors import AlreadyAgreed, CallInFlight
from app.calls.later.due import ring_due
from app.calls.life.beginning import NewCall, begin_call
from app.calls.life.status import move_call
from app.calls.queue.next import take
from app.calls.run.ring import ring
from app.clock import utc_now
from app.limits.errors import CannotPlace, RangInVain, TooManyCalls
from app.limits.numbers import keep_number
from app.limits.rings.number import forget_rings
from app.store.db import db
from app.store.unit import Unit
from models import Call, CallSource, CallStatus, EndReason, EventSource, NumberRung
from tests.world.calls import due_at, office_of, placing, request_for, rings, the_ring
from tests.world.campaign.campaigns import safe_communities
from tests.world.one_unit import kept
from tests.world.people.crowd import at_once
from tests.world.people.supporter import Supporter
from tests.world.time.clocks import local

NOON = local("2026-11-02 12:00")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
PHONE = "+16175550123"


@pytest.fixture
def own(app):
    return app.extensions["ringdown"]


@pytest.fixture
def asks(session, own, campaign):
    """Ask for a call at a moment; returns it."""

    def asks(now=NOON, *, later=None, of=None, **what):
        request = request_for(session, of or campaign, phone=PHONE, **what)
        here = replace(placing(own), clock=lambda: now)
        place = (place_later, later) if later else (place_call,)
        return session.get_one(Call, kept(session, lambda work: place[0](work.session, request, here, *place[1:])))

    return asks


@pytest.fixture
def rung(session, asks):
    """Ask for a call, and have it rung: True if both is granted."""

    def rung(now, *, pressed=True, **what):
        try:
            return rings(session, asks(now, **what), now, pressed=pressed)
        except CannotPlace as error:
            session.rollback()
            return type(error)

    return rung


def test_it_rings_twice_an_hour_and_three_times_a_day(rung):
    hours = (0, 0.5, 0.9, 1.1, 4, 11, 20)
    refused = TooManyCalls
    assert [rung(NOON + hour * HOUR) for hour in hours] == [True, True, refused, True, refused, refused, True]


def test_whatever_campaigns_ask_for_it(session, rung):
    other = safe_communities()
    other.slug = "another"
    session.add(other)
    session.commit()
    assert [rung(NOON), rung(NOON, of=other.id), rung(NOON, of=other.id)] == [True, True, TooManyCalls]


def test_what_was_canceled_before_it_rang_does_not_count(session, asks):
    for _ in range(5):
        move_call(session, asks().id, CallStatus.CANCELED, source=EventSource.PAGE)
        session.commit()
    assert session.scalars(select(NumberRung)).all() == []


def test_what_the_carrier_did_not_take_does_not_count(session, call, ringing, carrier_server):
    carrier_server.answers(400, {"code": 21210, "message": "no"})
    kept(session, lambda work: ring(work, call.id, ringing))
    row = session.scalars(select(NumberRung)).one()
    assert (list(row.rang), row.in_vain) == ([], 0)


def test_forty_workers_that_take_one_call_count_it_once(session, app, asks):
    call = asks()
    ring_of = the_ring(call.campaign_id, NOON)
    session.rollback()

    def takes(there, _):
        taken = take(there, call.id, NOON, ring_of)
        there.commit() if taken else there.rollback()
        return taken

    assert at_once(db.engine, 40, takes).count(True) == 1
    assert len(session.scalars(select(NumberRung)).one().rang) == 1


def test_a_call_that_was_agreed_on_before_is_not_rung_beyond_either_and_waits_for_some_hours(session, asks, rung):
    agreed = asks(NOON - DAY, later=NOON)
    assert [rung(NOON - HOUR / 2), rung(NOON - HOUR / 4)] == [True] * 2
    assert ring_due(Unit(session), due_at(NOON, always_open=True)) == 0
    assert ring_due(Unit(session), due_at(NOON + HOUR, always_open=True)) == 1
    assert rings(session, agreed, NOON + HOUR)


def test_for_the_next_day_it_does_not_wait(session, asks, rung):
    agreed = asks(NOON - DAY, later=NOON)
    assert [rung(NOON - 3 * HOUR), rung(NOON - 2 * HOUR), rung(NOON - HOUR)] == [True] * 3
    assert [ring_due(Unit(session), due_at(NOON + late * HOUR, always_open=True)) for late in (0, 5, 24)] == [0, 0, 0]
    session.refresh(agreed)
    assert agreed.end_reason is EndReason.RUNG_OFTEN


def test_agreed_on_it_counts_when_it_rings(session, asks, rung):
    asks(NOON - HOUR, later=NOON + DAY)
    assert [rung(NOON), rung(NOON), rung(NOON)] == [True, True, TooManyCalls]


def test_where_it_had_its_rings_meanwhile_the_call_ends_and_says_why(session, asks, rung, ringing, carrier_server):
    call = asks()
    row = {"rang": [NOON] * 3, "in_vain": 0, "over_at": NOON + DAY, "phone_hash": call.phone_hash}
    session.add(NumberRung(**row))
    session.commit()
    kept(session, lambda work: ring(work, call.id, replace(ringing, clock=lambda: NOON)))
    session.refresh(call)
    assert (call.end_reason, carrier_server.rung()) == (EndReason.RUNG_OFTEN, 0)


def test_it_has_one_agreed_time(session, asks):
    asks(later=NOON + DAY)
    for offices in (None, (office_of(session, "John Velis"),)):
        with pytest.raises(AlreadyAgreed):
            asks(later=NOON + 2 * DAY, offices=offices or (office_of(session),))
        session.rollback()


def test_thirty_one_ask_at_once_for_one_agreed_time(session, own, campaign):
    requests = [request_for(session, campaign, phone=PHONE) for _ in range(31)]
    session.rollback()

    def asks(there, nth):
        call_id = place_later(there, requests[nth], placing(own), NOON + DAY)
        there.commit()
        return call_id

    came = at_once(db.engine, 31, asks)
    assert sorted(type(one).__name__ for one in came) == ["AlreadyAgreed"] * 30 + ["int"]


def test_what_somebody_agreed_on_when_they_dialed_in_rings_alone_too(session, own, campaign, asks):
    later = {"ring_at": NOON, "ring_until": NOON + HOUR, "offices": (office_of(session),)}
    booked = NewCall(campaign_id=campaign, campaign_version=1, source=CallSource.HOTLINE, **later)
    keep_number(booked, PHONE, own.vault)
    call_id = kept(session, lambda it: begin_call(it.session, booked, CallStatus.SCHEDULED, source=EventSource.KEYPAD))
    move_call(session, call_id, CallStatus.REQUESTED, source=EventSource.WORKER)
    session.commit()
    with pytest.raises(CallInFlight):
        asks()


def test_after_two_rings_in_vain_it_is_asked_first_and_then_rings_once_a_day(rung):
    def comes(hours, **what):
        return rung(NOON + hours * HOUR, pressed=False, **what)

    assert [comes(-3), comes(-1), comes(0.5)] == [True, True, RangInVain]
    assert [comes(1, picks_up=True), comes(3, picks_up=True)] == [True, TooManyCalls]
    assert [comes(24), comes(25, picks_up=True), comes(27, picks_up=True)] == [RangInVain, True, TooManyCalls]


def test_whoever_pressed_1_is_not_asked(rung):
    came = [rung(NOON + hours * HOUR, pressed=hours == 2) for hours in (0, 2, 4)]
    assert came == [True, True, True]
    assert rung(NOON + DAY, pressed=False)


def test_a_number_in_vain_agrees_on_no_time_without_being_asked(session, asks, rung):
    assert [rung(NOON, pressed=False), rung(NOON, pressed=False)] == [True, True]
    with pytest.raises(RangInVain):
        asks(NOON + HOUR, later=NOON + DAY)


def test_after_a_week_nothing_is_known_of_it(session, rung):
    rung(NOON)
    forget_rings(session, NOON + 7 * DAY - timedelta(seconds=1))
    assert len(session.scalars(select(NumberRung)).all()) == 1
    forget_rings(session, NOON + 7 * DAY)
    assert session.scalars(select(NumberRung)).all() == []


@pytest.fixture
def without_limits(session):
    """Rings cannot be counted: their table is away."""
    session.execute(text("ALTER TABLE number_rung RENAME TO away"))
    session.commit()
    yield
    session.rollback()
    session.execute(text("ALTER TABLE away RENAME TO number_rung"))
    session.commit()


@pytest.mark.usefixtures("without_limits")
def test_where_rings_cannot_be_counted_nobody_is_rung(session, asks):
    with pytest.raises(Exception, match="number_rung") as refused:
        asks()
    assert not isinstance(refused.value, CannotPlace)


def test_nor_is_one_that_waits(session, asks, ringing, carrier_server):
    call = asks()
    session.execute(text("ALTER TABLE number_rung RENAME TO away"))
    session.commit()
    with pytest.raises(Exception, match="number_rung"):
        kept(session, lambda work: ring(work, call.id, replace(ringing, clock=lambda: NOON)))
    session.rollback()
    session.execute(text("ALTER TABLE away RENAME TO number_rung"))
    session.execute(update(Call).values(waits_for=None, waits_since=None))
    session.commit()
    assert carrier_server.rung() == 0


@pytest.mark.parametrize(
    "typed",
    [
        "6175550123",
        "617-555-0123",
        "(617) 555-0123",
        "+1 617 555 0123",
        "1.617.555.0123",
        " 617/555/0123 ",
        "６１７ 555 0123",
    ],
)
def test_however_it_is_written_one_number_has_one_limit(client, session, campaign, typed):
    supporter = Supporter(client)
    for phone in ("617 555 0123", "+16175550123"):
        supporter.asks_to_be_called(phone=phone)
        newest = session.scalars(select(Call).order_by(Call.id.desc()).limit(1)).one()
        assert rings(session, newest, utc_now(), pressed=True)
    supporter.asks_to_be_called(phone=typed)
    assert session.scalar(select(func.count(Call.id))) == 2
