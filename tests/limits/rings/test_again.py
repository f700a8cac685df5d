"""From when on a number rings again: what its owner is told is what the statement decides by that rings it."""

from datetime import timedelta

import pytest
from sqlalchemy import literal, select

from app.guard.phone_vault import PHONE
from app.limits.rings.number import marks_of, ring_limits, rung_often
from app.limits.rings.number_now import number_now
from app.store.once import Once
from models import NumberRung
from tests.world.time.clocks import local

NOON = local("2026-11-02 12:00")
THEIRS = "+16175550123"
OFTEN = Once(lambda: select(rung_often().label("is_so")).select_from(select(literal(1).label("one")).subquery()))

# Minutes ago that it rang, and how many of those in vain.
LATELY = [
    ([1, 2], 0),
    ([1, 59], 1),
    ([59, 59, 59], 0),
    ([30, 45, 400], 2),
    ([300, 301, 302], 0),
    ([200, 3000, 3001], 3),
    ([10, 11, 3001], 3),
]
NOT_LATELY = [([], 0), ([1], 1), ([1, 60], 0), ([61, 62, 800], 2), ([800, 801, 802], 3)]


@pytest.fixture
def own(app):
    return app.extensions["ringdown"]


@pytest.fixture
def again_at(session, own, campaign):
    """When it may ring again, told at noon, where it rang so many minutes before."""

    def again_at(ago, in_vain):
        rang = [NOON - timedelta(minutes=minutes) for minutes in ago]
        its = {"phone_hash": own.vault.fingerprint(THEIRS, purpose=PHONE), "over_at": NOON}
        session.add(NumberRung(rang=rang, in_vain=in_vain, **its))
        session.flush()
        return number_now(session, THEIRS, campaign, own.vault, limits=ring_limits(own.settings), now=NOON).again_at

    return again_at


def is_often(session, own, now):
    limits = ring_limits(own.settings).values(now)
    return OFTEN.rows(session, **limits, **marks_of(own.vault, THEIRS))[0]["is_so"]


@pytest.mark.parametrize(("ago", "in_vain"), LATELY)
def test_then_it_rings_and_not_a_second_before(session, own, again_at, ago, in_vain):
    then = again_at(ago, in_vain)
    assert [is_often(session, own, then - timedelta(seconds=1)), is_often(session, own, then)] == [True, False]


@pytest.mark.parametrize(("ago", "in_vain"), NOT_LATELY)
def test_where_it_rings_now_nothing_is_said(session, own, again_at, ago, in_vain):
    assert (again_at(ago, in_vain), bool(is_often(session, own, NOON))) == (None, False)
