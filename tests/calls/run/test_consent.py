"""Whoever presses 1 agrees, in the words of the form: that is written down then, once, and not when somebody asked."""

import pytest
from sqlalchemy import func, select

from app.guard.phone_vault import PHONE
from models import CallStatus, Consent, NumberRung
from tests.world.calls import rings
from tests.world.time.clocks import local

NOON = local("2026-11-02 12:00")
NUMBER = "+16175550123"


def consents(session):
    session.rollback()
    return session.scalars(select(Consent)).all()


@pytest.fixture
def answered(carrier):
    """Somebody picked up."""
    carrier.asks("answered")
    return carrier


def test_before_1_is_pressed_nobody_agreed_to_anything(session, answered):
    answered.asks("after/greeting/0/1", Digits="7")
    answered.asks("after/greeting_again/0/2")
    assert consents(session) == []


def test_1_agrees_in_the_words_of_the_form_and_once(session, own, answered, fresh, call):
    for turn in (1, 1, 2):
        answered.asks(f"after/greeting/0/{turn}", Digits="1")
    consent = consents(session)
    assert [(one.call_id, one.wording_version) for one in consent] == [(call.id, "test")]
    assert consent[0].phone_sealed is None  # only the count stays where nobody has a key
    assert fresh(call.id).status is CallStatus.ACCEPTED


def test_9_agrees_to_nothing(session, answered):
    answered.asks("after/never_again_sure/0/1", Digits="9")
    assert consents(session) == []


def test_the_number_is_one_from_then_on_where_somebody_wants_to_be_rung(session, own, call, fresh, ringing):
    assert rings(session, call, NOON)
    row = session.scalars(select(NumberRung)).one()
    assert (row.phone_hash, row.in_vain, row.pressed_at) == (own.vault.fingerprint(NUMBER, purpose=PHONE), 1, None)


def test_pressing_1_is_no_ring_in_vain(session, own, answered):
    number = own.vault.fingerprint(NUMBER, purpose=PHONE)
    session.add(NumberRung(phone_hash=number, rang=[NOON], in_vain=2, over_at=NOON))
    session.commit()
    answered.asks("after/greeting/0/1", Digits="1")
    session.rollback()
    assert session.execute(select(NumberRung.in_vain, func.now() - NumberRung.pressed_at)).one()[0] == 0
