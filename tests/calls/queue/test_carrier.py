"""The carrier is asked for so many calls a second and no more, by however many workers there are."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from app.calls.queue.carrier import NOTHING, SOON, is_out_of_step, set_right, take_turn, until_turn
from app.calls.queue.first import RING_NEXT
from app.store.db import db
from models import CarrierPace
from tests.world.people.crowd import at_once

SLOWLY = 0.001  # calls a second: turns a thousand seconds apart, so that no computer is too slow for the test
THE_GAP = timedelta(seconds=1000)


@pytest.fixture
def turn_is_in(session):
    """Let the carrier's next moment be so far away, or so long ago."""

    def turn_is_in(wait):
        take_turn(session, SLOWLY)
        session.execute(update(CarrierPace).values(next_at=func.clock_timestamp() + wait))
        session.commit()

    return turn_is_in


def test_whoever_comes_first_need_not_wait(session):
    assert until_turn(session) == NOTHING
    assert take_turn(session, SLOWLY)


def test_whoever_comes_next_has_no_turn_until_the_gap_is_over(session):
    take_turn(session, SLOWLY)
    assert not take_turn(session, SLOWLY)
    assert THE_GAP - SOON < until_turn(session) <= THE_GAP


def test_a_moment_that_has_passed_is_whoevers_comes(session, turn_is_in):
    turn_is_in(timedelta(seconds=-30))
    assert take_turn(session, SLOWLY)
    assert THE_GAP - SOON < until_turn(session) <= THE_GAP


def test_whoever_comes_a_little_too_early_does_not_bring_the_next_moment_forward(session, turn_is_in):
    turn_is_in(SOON)
    assert take_turn(session, SLOWLY)
    assert session.scalar(select(CarrierPace.next_at > func.clock_timestamp() + THE_GAP - SOON))


@pytest.mark.parametrize(
    ("wait", "out_of_step"), [(2 * THE_GAP, False), (3 * THE_GAP, False), (4 * THE_GAP, True), (NOTHING, False)]
)
def test_a_moment_many_gaps_ahead_is_of_a_clock_that_was_set_back(wait, out_of_step):
    assert is_out_of_step(wait, SLOWLY) is out_of_step


def test_it_is_set_right_and_then_is_whoevers_comes(session, turn_is_in):
    turn_is_in(4 * THE_GAP)
    set_right(session, SLOWLY, RING_NEXT)
    assert (until_turn(session), take_turn(session, SLOWLY)) == (NOTHING, True)


def test_a_moment_that_was_set_right_and_taken_since_stays_as_it_is(session, turn_is_in):
    turn_is_in(2 * THE_GAP)
    set_right(session, SLOWLY, RING_NEXT)
    assert until_turn(session) > THE_GAP


def test_of_twenty_workers_at_once_one_has_the_turn(app):
    turns = at_once(db.engine, 20, lambda session, _: take_turn(session, SLOWLY))
    assert turns.count(True) == 1
