"""An office's number takes so many of our calls at once: first come, first served, and every place is given back."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from app.calls.life.changes import update_call
from app.calls.life.legs import lock_call
from app.calls.life.status import move_call
from app.calls.queue.claim import Gate, claim_line, line_state, rest_line
from app.calls.queue.estimate import USUAL_SECONDS, line_of
from app.clock import eastern_day
from app.store.db import db
from models import HOLDING, Call, CallStatus, EndReason, EventSource, LineDay, LinePace
from tests.world.calls import MANY, a_call, office_of
from tests.world.campaign.campaigns import safe_communities
from tests.world.people.crowd import at_once

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
A_MINUTE = timedelta(minutes=1)


@pytest.fixture
def number(session):
    return office_of(session).number


@pytest.fixture
def waiting(session, own, campaign, number):
    """So many calls that wait for one number, in the order in which they came."""

    def waiting(how_many, **what):
        calls = [a_call(session, own, campaign, phone=f"+1617555{110 + nth:04d}", **what) for nth in range(how_many)]
        for nth, call in enumerate(calls):
            session.execute(update(Call).where(Call.id == call.id).values(waits_since=NOW + nth * A_MINUTE))
        session.commit()
        return [call.id for call in calls]

    return waiting


@pytest.fixture
def claims(session, number):
    """Ask for the line as the worker does; a call that gets it is dialing."""

    def claims(call_id, own_session=None):
        there = own_session or session
        gate = claim_line(there, call_id, number, NOW + 60 * A_MINUTE, MANY)
        if gate is Gate.OPEN:
            move_call(there, call_id, CallStatus.DIALING, source=EventSource.WORKER)
        there.commit()
        return gate

    return claims


def test_two_at_once_and_the_third_waits(waiting, claims):
    assert [claims(call) for call in waiting(3)] == [Gate.OPEN, Gate.OPEN, Gate.FULL]


def test_who_came_first_goes_first(waiting, claims):
    first, second, third = waiting(3)
    assert claims(third) is Gate.FULL
    assert [claims(first), claims(second)] == [Gate.OPEN, Gate.OPEN]


@pytest.mark.parametrize("ending", [CallStatus.ASKING, CallStatus.COMPLETED, CallStatus.FAILED, CallStatus.CANCELED])
def test_a_place_is_given_back_however_a_call_leaves_it(session, waiting, claims, number, ending):
    first, second, third = waiting(3)
    claims(first), claims(second)
    lock_call(session, first)
    update_call(session, first, ending, source=EventSource.CARRIER)
    session.commit()
    assert line_state(session, number).held == 1
    assert claims(third) is Gate.OPEN


def test_forty_at_once_are_never_more_than_two(waiting, claims):
    calls = waiting(40, keeps_place=True)
    came = at_once(db.engine, 40, lambda own_session, nth: claims(calls[nth], own_session))
    assert sorted(came).count(Gate.OPEN) <= 2
    assert set(came) <= {Gate.OPEN, Gate.FULL}


def test_a_number_may_take_more_at_once(session, waiting, claims, number):
    session.add(LinePace(e164=number, at_once=3))
    session.commit()
    assert [claims(call) for call in waiting(4)].count(Gate.OPEN) == 3


def test_a_number_that_was_busy_rests_for_everybody(session, waiting, claims, number):
    rest_line(session, number, NOW + 59 * A_MINUTE, 3 * A_MINUTE)
    session.commit()
    assert claims(waiting(1)[0]) is Gate.RESTING


def test_a_rest_only_grows(session, number):
    rest_line(session, number, NOW, 10 * A_MINUTE)
    rest_line(session, number, NOW, A_MINUTE)
    assert line_state(session, number).rests_until == NOW + 10 * A_MINUTE


def test_who_is_gone_keeps_nobody_waiting(session, waiting, claims):
    first, second, third = waiting(3)
    for call in (first, second):
        move_call(session, call, CallStatus.CANCELED, source=EventSource.WORKER, reason=EndReason.CANCELED_ON_PAGE)
    session.commit()
    assert claims(third) is Gate.OPEN


def test_a_call_that_holds_the_line_may_ask_again(session, waiting, claims):
    call = waiting(1)[0]
    claims(call)
    assert session.scalar(select(Call.status).where(Call.id == call)) in HOLDING


def test_the_place_in_line_and_the_wait_are_told(session, waiting, claims):
    calls = waiting(6)
    claims(calls[0]), claims(calls[1])
    told = line_of(session, calls[5], NOW)
    assert (told.ahead, told.seconds, told.rests) == (3, 2 * USUAL_SECONDS, False)


def test_the_wait_is_what_the_last_calls_took(session, waiting, claims):
    calls = waiting(4)
    ended = {"status": CallStatus.COMPLETED, "ended_at": NOW, "line_outcome": "answered", "total_seconds": 60}
    session.execute(update(Call).where(Call.id == calls[0]).values(ended))
    claims(calls[1]), claims(calls[2])
    assert line_of(session, calls[3], NOW).seconds == 60


def took(session, call_id, seconds, **more):
    """The call was one of that many seconds."""
    ended = {"status": CallStatus.COMPLETED, "ended_at": NOW, "line_outcome": "answered", "total_seconds": seconds}
    session.execute(update(Call).where(Call.id == call_id).values(ended | more))


def test_the_wait_is_the_median_of_several_calls(session, waiting, claims):
    calls = waiting(6)
    for call, seconds in zip(calls, (60, 80, 300), strict=False):
        took(session, call, seconds)
    claims(calls[3]), claims(calls[4])
    assert line_of(session, calls[5], NOW).seconds == 80


def test_how_long_the_calls_of_another_campaign_took_says_nothing(session, waiting, claims):
    calls, other = waiting(4), safe_communities()
    other.slug = "another"
    session.add(other)
    session.flush()
    took(session, calls[0], 60, campaign_id=other.id)
    claims(calls[1]), claims(calls[2])
    assert line_of(session, calls[3], NOW).seconds == USUAL_SECONDS


def test_who_stands_in_no_line_is_told_of_none(session, own, campaign, waiting, claims):
    call = waiting(1)[0]
    claims(call)
    assert line_of(session, call, NOW) is None


@pytest.fixture
def withheld(session):
    """Of these calls is not known who dialed in."""

    def withheld(*calls):
        session.execute(update(Call).where(Call.id.in_(calls)).values(withheld=True))
        session.commit()

    return withheld


def test_of_those_who_show_no_number_one_talks_at_a_time(waiting, claims, withheld):
    first, second, third = waiting(3)
    withheld(first, second)
    assert [claims(call) for call in (first, second, third)] == [Gate.OPEN, Gate.FULL, Gate.OPEN]


def test_they_take_turns(session, waiting, claims, withheld):
    first, second = waiting(2)
    withheld(first, second)
    assert [claims(first), claims(second)] == [Gate.OPEN, Gate.FULL]
    move_call(session, first, CallStatus.COMPLETED, source=EventSource.CARRIER)
    session.commit()
    assert claims(second) is Gate.OPEN


def test_nobody_stands_behind_them(waiting, claims, withheld):
    *hidden, shown, last = waiting(5)
    withheld(*hidden)
    assert [claims(shown), claims(last)] == [Gate.OPEN, Gate.OPEN]


def test_of_seven_who_show_no_number_one_holds_the_line(waiting, claims, withheld):
    calls = waiting(7)
    withheld(*calls)
    assert [claims(call) for call in calls].count(Gate.OPEN) == 1


def test_a_number_without_a_figure_of_its_own_takes_so_many_a_day(session, waiting, number):
    of_today = {"e164": number, "day": eastern_day(NOW), "no_answer": 0, "failed": 0, "mailbox_full": 0}
    session.add(LineDay(last_tried=NOW, **of_today, answered=3, busy=1))
    session.commit()
    first, second = waiting(2)
    assert claim_line(session, first, number, NOW, 3) is Gate.OPEN
    session.rollback()
    assert claim_line(session, second, number, NOW, 2) is Gate.ENOUGH
