"""How often a number is rung: decided by the database, whatever the crowd and however the number is written."""

from datetime import UTC, datetime, timedelta

import pytest

from app.calls.life.status import move_call
from app.limits.hourly import admit
from app.store.db import db
from models import Call, CallStatus, PhoneLimit
from tests.world.people.crowd import at_once
from tests.world.people.supporter import Supporter

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
NUMBER = b"a number, as a keyed hash"


@pytest.fixture
def rung(session):
    """Whether the number may be rung so many minutes after noon."""

    def rung(minutes, at_most=2):
        return admit(session, NUMBER, now=NOON + timedelta(minutes=minutes), at_most=at_most)

    return rung


def admit_and_commit(session, at_most):
    admitted = admit(session, NUMBER, now=NOON, at_most=at_most)
    session.commit()
    return admitted


@pytest.mark.parametrize("at_most", [1, 2, 3])
def test_of_forty_at_once_no_more_than_the_limit_get_in(app, at_most):
    came = at_once(db.engine, 40, lambda session, _: admit_and_commit(session, at_most))
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
    assert len(session.get_one(PhoneLimit, NUMBER).recent) == 2


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
        move_call(session, session.query(Call.id).order_by(Call.id.desc()).first().id, CallStatus.FAILED)
        session.commit()
    assert "as often as we may within an hour" in supporter.asks_to_be_called(phone=typed).text
