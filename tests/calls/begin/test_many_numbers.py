"""How many strangers one visitor may have rung: few, whatever the crowd, and whoever was not rung does not count."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select, text

from app.calls.begin.web import place_call, place_later
from app.calls.life.status import move_call
from app.limits.errors import CannotPlace, TooManyNumbers
from app.limits.visitors import Visitor, forget_visitors
from app.store.db import db
from models import Call, CallStatus, EventSource, LinePace, VisitorAsked
from models.pace import MOST_AT_ONCE
from tests.world.calls import NUMBERS, office_of, placing, request_for
from tests.world.one_unit import kept
from tests.world.people.crowd import at_once

NOON = datetime(2026, 11, 23, 17, tzinfo=UTC)
A_DAY = timedelta(days=1)
HOUR = 60  # minutes


def numbers():
    """Numbers of strangers, each another one."""
    return (f"+1{area}55501{nth:02d}" for area in (413, 508, 351, 781, 978) for nth in range(100))


@pytest.fixture
def asks(session, own, campaign):
    """Ask, so many minutes after noon, for a number to be rung; returns the id of the call. Nobody waits long."""
    session.add(LinePace(e164=office_of(session).number, at_once=MOST_AT_ONCE))
    session.commit()
    usual = request_for(session, campaign)

    def asks(phone, minutes=0, *, who="a visitor", form="", ring_from=None, **how):
        request = replace(usual, phone=phone, form_nonce=form or f"form {next(NUMBERS)}")
        here = replace(placing(own, who), clock=lambda: NOON + timedelta(minutes=minutes), **how)
        place = (place_later, ring_from) if ring_from else (place_call,)
        return kept(session, lambda work: place[0](work.session, request, here, *place[1:]))

    return asks


@pytest.fixture
def may_ask(session, asks):
    """Whether that is granted; undone if not."""

    def may_ask(phone, minutes=0, **what):
        try:
            return bool(asks(phone, minutes, **what))
        except TooManyNumbers:
            session.rollback()
            return False

    return may_ask


@pytest.fixture
def ends(session):
    """The end of a call, after it came so far."""

    def ends(call_id, *statuses):
        for status in (*statuses, CallStatus.CANCELED):
            assert move_call(session, call_id, status, source=EventSource.WORKER)
        session.commit()

    return ends


def asked_by(session):
    return [sorted(row.forms) for row in session.scalars(select(VisitorAsked))]


def test_of_five_hundred_strangers_numbers_ten_are_rung_in_a_day(session, own, campaign, asks, may_ask):
    minutes = iter(range(500))
    assert sum(may_ask(phone, next(minutes)) for phone in numbers()) == 10


def test_of_forty_numbers_at_once_five_are_rung(session, own, campaign):
    requests = [request_for(session, campaign, phone=phone) for phone, _ in zip(numbers(), range(40), strict=False)]
    session.rollback()
    here = placing(own, "a visitor")
    came = at_once(db.engine, 40, lambda own_session, nth: place_call(own_session, requests[nth], here))
    assert sorted(str(type(one).__name__) for one in came) == ["TooManyNumbers"] * 35 + ["int"] * 5
    assert session.scalar(select(func.count(Call.phone_hash.distinct()))) == 5


def test_an_hour_later_there_is_room_for_others_and_after_ten_none_that_day(may_ask):
    new = numbers()
    came = [sum(may_ask(next(new), minutes) for _ in range(7)) for minutes in (0, HOUR - 1, HOUR, 3 * HOUR)]
    assert came == [5, 0, 5, 0]


def test_another_visitor_has_numbers_of_their_own(may_ask):
    new = numbers()
    assert [may_ask(next(new)) for _ in range(6)] == [True] * 5 + [False]
    assert may_ask(next(new), who="another visitor")


def test_a_number_that_they_had_rung_may_be_rung_again(asks, ends, may_ask):
    phones = [phone for phone, _ in zip(numbers(), range(5), strict=False)]
    calls = [asks(phone) for phone in phones]
    ends(calls[0], CallStatus.DIALING)
    assert may_ask(phones[0])


def test_a_number_counts_from_when_it_was_last_rung(asks, ends, may_ask):
    new = numbers()
    often = next(new)
    for minutes in (0, 50):
        ends(asks(often, minutes), CallStatus.DIALING)
    assert [may_ask(next(new), HOUR + 1) for _ in range(5)] == [True] * 4 + [False]


def test_what_was_canceled_before_it_rang_does_not_count_and_is_not_kept(session, asks, ends, may_ask):
    new = numbers()
    for nth in range(7):
        ends(asks(next(new), form=f"canceled {nth}"))
    assert [may_ask(next(new), form=f"rung {nth}") for nth in range(5)] == [True] * 5
    assert asked_by(session) == [[f"rung {nth}" for nth in range(5)]]


def test_what_was_canceled_while_it_rang_counts(asks, ends, may_ask):
    new = numbers()
    for _ in range(5):
        ends(asks(next(new)), CallStatus.DIALING)
    assert not may_ask(next(new))


def test_whoever_is_to_be_rung_later_counts_until_they_cancel(asks, ends, may_ask):
    new = numbers()
    five = Visitor("a visitor", numbers_per_hour=5, numbers_per_day=10, agreed_times=5)
    calls = [asks(next(new), ring_from=NOON + A_DAY, visitor=five) for _ in range(5)]
    assert not may_ask(next(new))
    ends(calls[0])
    assert may_ask(next(new))


def test_one_form_sent_twenty_times_at_once_counts_once(session, own, campaign, may_ask):
    request = request_for(session, campaign, phone=next(numbers()), form_nonce="one form")
    session.rollback()
    here = replace(placing(own, "a visitor"), clock=lambda: NOON)
    assert len(set(at_once(db.engine, 20, lambda own_session, _: place_call(own_session, request, here)))) == 1
    assert asked_by(session) == [["one form"]]


def test_forty_forms_at_once_for_one_number_leave_one(session, own, campaign):
    requests = [request_for(session, campaign) for _ in range(40)]
    session.rollback()
    here = placing(own, "a visitor")
    at_once(db.engine, 40, lambda own_session, nth: place_call(own_session, requests[nth], here))
    assert asked_by(session) == [[session.scalars(select(Call.form_nonce)).one()]]


def test_a_rehearsal_counts_for_nobody(session, own, campaign, asks):
    for phone, _ in zip(numbers(), range(11), strict=False):
        asks(phone, rehearsal=True)
    assert asked_by(session) == []


def test_the_figures_are_settings(may_ask):
    new, table = numbers(), Visitor("a table", numbers_per_hour=2, numbers_per_day=3)
    came = [may_ask(next(new), minutes, visitor=table) for minutes in (0, 0, 0, HOUR, HOUR)]
    assert came == [True, True, False, True, False]


def test_what_a_visitor_asked_is_forgotten_with_the_day(session, asks):
    asks(next(numbers()))
    forget_visitors(session, NOON + timedelta(hours=11))  # an hour before midnight in Boston
    assert len(asked_by(session)) == 1
    forget_visitors(session, NOON + timedelta(hours=12))
    assert asked_by(session) == []


def test_of_whom_asked_only_a_hash_is_kept(session, asks):
    asks(next(numbers()), who="2026-11-23 203.0.113.7")
    row = session.connection().exec_driver_sql("SELECT visitor_hash, forms::text FROM visitor_asked").one()
    assert len(row[0]) == 19
    assert "203.0.113" not in f"{bytes(row[0])!r} {row[1]}"


@pytest.fixture
def without_limits(session):
    """Visitors cannot be counted: their table is away."""
    session.execute(text("ALTER TABLE visitor_asked RENAME TO away"))
    session.commit()
    yield
    session.rollback()
    session.execute(text("ALTER TABLE away RENAME TO visitor_asked"))
    session.commit()


@pytest.mark.usefixtures("without_limits")
def test_where_visitors_cannot_be_counted_nobody_is_rung(session, asks):
    with pytest.raises(Exception, match="visitor_asked") as refused:
        asks(next(numbers()))
    assert not isinstance(refused.value, CannotPlace)
    session.rollback()
    assert session.scalars(select(Call.id)).all() == []
