"""Peace for a number: for good, or for a day, which ends by itself and makes nothing shorter that holds for longer."""

import pytest
from sqlalchemy import literal, select

from app.guard.phone_vault import DO_NOT_CALL
from app.limits.errors import DoNotCallError
from app.limits.numbers import A_DAY, forget_peace, never_called, no_peace, refuse_strangers
from app.limits.office_numbers import not_an_office
from app.store.once import Once
from models import DoNotCall
from tests.world.time.clocks import local

NOON = local("2026-11-04 12:00")
PHONE = "+14135550142"
ASKED = Once(lambda: select(never_called(select(literal(1).label("one")).cte("asked")).c.phone_hash))


@pytest.fixture
def vault(app):
    return app.extensions["ringdown"].vault


@pytest.fixture
def asks(session, vault):
    """Somebody asks for peace, for good or until then."""

    def asks(until=None, how="hotline"):
        number = vault.fingerprint(PHONE, purpose=DO_NOT_CALL)
        ASKED.row(session, do_not_call=number, how=how, until=until)

    return asks


@pytest.fixture
def is_rung(session, vault):
    def is_rung(now):
        try:
            refuse_strangers(session, PHONE, vault, now)
        except DoNotCallError:
            return False
        return True

    return is_rung


def kept(session):
    return [(one.how, one.until) for one in session.scalars(select(DoNotCall))]


def test_for_a_day_it_is_not_rung_and_then_it_is(asks, is_rung):
    asks(NOON + A_DAY)
    assert [is_rung(NOON), is_rung(NOON + A_DAY * 0.99), is_rung(NOON + A_DAY)] == [False, False, True]


def test_for_good_is_for_good(asks, is_rung):
    asks()
    assert not is_rung(NOON + 1000 * A_DAY)


@pytest.mark.parametrize(
    ("first", "second", "holds"),
    [
        ((None, "keypad"), (NOON + A_DAY, "hotline"), ("keypad", None)),
        ((NOON + A_DAY, "hotline"), (None, "keypad"), ("keypad", None)),
        ((NOON + A_DAY, "hotline"), (NOON + 2 * A_DAY, "hotline"), ("hotline", NOON + 2 * A_DAY)),
        ((NOON + 2 * A_DAY, "hotline"), (NOON + A_DAY, "hotline"), ("hotline", NOON + 2 * A_DAY)),
    ],
)
def test_what_holds_for_longer_holds(session, asks, first, second, holds):
    asks(*first), asks(*second)
    assert kept(session) == [holds]


def test_what_is_over_is_forgotten_and_what_is_not_stays(session, asks):
    asks(NOON)
    forget_peace(session, NOON)
    assert kept(session) == []
    asks(NOON + A_DAY)
    forget_peace(session, NOON)
    asks()
    forget_peace(session, NOON + 1000 * A_DAY)
    assert kept(session) == [("hotline", None)]


def test_who_had_not_asked_is_rung_again_but_not_who_asked_for_good(session, vault, asks, is_rung):
    asks(NOON + A_DAY)
    no_peace(session, PHONE, vault)
    assert is_rung(NOON)
    asks(how="keypad")
    no_peace(session, PHONE, vault)
    assert not is_rung(NOON)


def test_a_caller_id_alone_keeps_no_office_from_being_added(session, vault, asks):
    asks(NOON + A_DAY)
    assert not_an_office(session, PHONE, vault, of_chamber=None) is None
    asks()
    assert not_an_office(session, PHONE, vault, of_chamber=None) is not None
