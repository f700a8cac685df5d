"""Placing goes on by itself once the check of that very cause finds it gone."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from app.limits.curing import Looking, look_for_cures
from app.limits.pausing import Asked, may_try, pause_for
from app.limits.pausing_told import tell_of_pauses
from app.store.unit import Unit
from app.telephony.faults import fault_of
from models import Alert, PlacingPause

NOW = datetime(2026, 11, 30, 17, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def asked(campaign):
    return Asked(campaign, b"one")


@pytest.fixture
def looked(session, asked):
    """What was refused with this code, after somebody looked; tells whether one is let through then."""

    def looked(code, *, account=None, profile=None, owns=None, at=LATER):
        pause_for(session, fault_of(code), asked, NOW)
        session.commit()
        numbers = []
        looking = Looking(lambda: account, lambda: profile, lambda number: (numbers.append(number), owns)[1])
        look_for_cures(Unit(session), looking, lambda: at)
        return may_try(session, asked, at)

    return looked


@pytest.mark.parametrize("code", [20003, 20005, 10001])
def test_an_account_that_is_good_again_rings(looked, code):
    assert looked(code, account=True)


def test_one_that_is_not_rings_nobody_however_long_it_lasts(looked):
    assert not looked(20005, account=False, at=NOW + timedelta(days=3))


def test_where_nobody_can_see_it_one_is_let_through_after_ten_minutes(session, asked, looked):
    assert not looked(20005, account=None)
    assert may_try(session, asked, LATER + timedelta(minutes=10))


def test_a_profile_that_is_approved_now_rings(looked):
    assert looked(21216, profile=True)


def test_a_number_that_is_ours_now_rings_again(looked):
    assert looked(21210, account=False, owns=True)


def test_a_number_that_is_not_does_not_whatever_the_account_is(looked):
    assert not looked(21210, account=True, owns=False)


def test_a_cure_that_did_not_last_is_none(session, looked):
    looked(20005, account=True)
    look_for_cures(Unit(session), Looking(lambda: False, lambda: None, lambda _: None), lambda: LATER)
    row = session.scalars(select(PlacingPause)).one()
    assert (row.until, row.cured_at) == (None, None)


def told(session, at):
    tell_of_pauses(session, at)
    return session.scalars(select(Alert.sentence).where(Alert.over_at.is_(None)).order_by(Alert.id)).all()


def test_what_is_cured_is_told_no_more(session, asked, looked):
    pause_for(session, fault_of(20005), asked, NOW)
    (sentence,) = told(session, NOW)
    assert "(error 20005)" in sentence
    assert "pay what is due" in sentence
    looked(20005, account=True)
    assert told(session, LATER) == []


def test_an_account_that_stays_unpaid_is_warned_of_losing_its_numbers(session, asked):
    pause_for(session, fault_of(10001), asked, NOW)
    assert len(told(session, NOW + timedelta(days=29))) == 1
    _, sentence = told(session, NOW + timedelta(days=31))
    assert "from Jan 29, 2027 on" in sentence
