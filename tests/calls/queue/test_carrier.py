"""The carrier is asked for so many calls a second and no more, by however many workers there are."""

from app.calls.queue.carrier import take_turn
from app.store.db import db
from tests.world.people.crowd import at_once

SLOWLY = 0.001  # calls a second: turns a thousand seconds apart, so that no computer is too slow for the test


def turns(waits):
    """Which turn each has, from 0."""
    return [round(wait * SLOWLY) for wait in waits]


def test_turns_are_as_far_apart_as_the_carrier_wants_them(session):
    assert turns(take_turn(session, SLOWLY) for _ in range(4)) == [0, 1, 2, 3]


def test_whoever_comes_first_need_not_wait(session):
    assert take_turn(session, SLOWLY) == 0.0


def test_twenty_workers_at_once_get_twenty_turns(app):
    waits = at_once(db.engine, 20, lambda session, _: take_turn(session, SLOWLY))
    assert sorted(turns(waits)) == list(range(20))
