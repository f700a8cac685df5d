"""How often something may be done: decided by the database, whatever the crowd and however the number is written."""

from datetime import UTC, datetime, timedelta
from itertools import cycle

import pytest
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError

from app.limits.rate import AN_HOUR, Limit, admit, forget, forget_what_is_over, give_back
from app.store.db import db
from models import Limited, RateLimit
from tests.world.people.crowd import at_once

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
NUMBER = "+16175550123"


@pytest.fixture
def vault(app):
    return app.extensions["ringdown"].vault


@pytest.fixture
def rung(session, vault):
    """Whether the number may be rung so many minutes after noon."""

    def rung(minutes, at_most=2, number=NUMBER, purpose=Limited.HOTLINE):
        now = NOON + timedelta(minutes=minutes)
        return admit(session, vault, Limit(purpose, at_most), number, now=now)

    return rung


def admit_and_commit(session, vault, limit):
    admitted = admit(session, vault, limit, NUMBER, now=NOON)
    session.commit()
    return admitted


@pytest.mark.parametrize(("purpose", "at_most"), [*zip(Limited, cycle((1, 2, 3, 5)), strict=False)])
def test_of_forty_at_once_no_more_than_the_limit_get_in(app, vault, purpose, at_most):
    came = at_once(db.engine, 40, lambda session, _: admit_and_commit(session, vault, Limit(purpose, at_most)))
    assert came.count(True) == at_most


def test_an_hour_after_the_first_ring_there_is_room_for_one(rung):
    assert [rung(minutes) for minutes in (0, 30, 59, 61, 62, 89, 91)] == [True, True, False, True, False, False, True]


def test_an_hour_to_the_second_is_an_hour(rung):
    assert [rung(minutes) for minutes in (0, 0, 60, 60, 60)] == [True, True, True, True, False]


def test_what_is_refused_is_not_counted(rung):
    assert [rung(minutes) for minutes in (0, 1, 30, 40, 50, 60.5)] == [True, True, False, False, False, True]


def test_a_lower_limit_holds_from_the_next_ring_on(rung):
    assert [rung(0, 3), rung(1, 3), rung(2, 1)] == [True, True, False]


def test_a_higher_limit_holds_from_the_next_ring_on(rung):
    assert [rung(0, 1), rung(1, 2), rung(2, 2)] == [True, True, False]


def test_no_more_times_are_kept_than_the_limit_needs(session, rung):
    for minutes in range(0, 500, 70):
        rung(minutes)
    assert len(session.query(RateLimit).one().recent) == 2


def test_each_purpose_and_each_number_has_a_limit_of_its_own(rung):
    assert all(rung(0, 1, purpose=purpose) for purpose in Limited)
    assert rung(0, 1, number="+16175550124")
    assert not any(rung(1, 1, purpose=purpose) for purpose in Limited)


def test_the_same_number_has_another_hash_under_each_purpose(session, rung):
    for purpose in Limited:
        rung(0, purpose=purpose)
    assert len({row.who_hash for row in session.query(RateLimit)}) == len(Limited)


def test_who_is_forgotten_begins_anew_and_nobody_else_does(session, vault, rung):
    rung(0, 1), rung(0, 1, purpose=Limited.CODES)
    forget(session, vault, Limit(Limited.HOTLINE, 1), NUMBER)
    assert [rung(1, 1), rung(1, 1, purpose=Limited.CODES)] == [True, False]


def test_what_is_given_back_leaves_room_for_one_more(session, vault, rung):
    assert [rung(0), rung(1), rung(2)] == [True, True, False]
    give_back(session, Limit(Limited.HOTLINE, 2).values(vault, NUMBER, NOON))
    assert [rung(3), rung(4)] == [True, False]


def test_rows_that_are_over_are_deleted_and_those_that_count_are_not(session, rung):
    rung(0), rung(1, number="+16175550124")
    forget_what_is_over(session, NOON + AN_HOUR)
    assert [row.over_at for row in session.query(RateLimit)] == [NOON + AN_HOUR + timedelta(minutes=1)]


@pytest.fixture
def without_limits(session):
    """Limits cannot be counted: their table is away."""
    session.execute(text("ALTER TABLE rate_limit RENAME TO away"))
    session.commit()
    yield
    session.rollback()
    session.execute(text("ALTER TABLE away RENAME TO rate_limit"))
    session.commit()


@pytest.mark.usefixtures("without_limits")
def test_where_limits_cannot_be_counted_nobody_is_admitted(rung):
    with pytest.raises(ProgrammingError):
        rung(0)
