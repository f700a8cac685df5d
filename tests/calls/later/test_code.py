"""The code of an agreed call: with the number it is told and canceled by, few tries find it, and it is kept nowhere."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from app.calls.begin.join import TRIES_OF_A_NUMBER
from app.calls.later.code import code_of
from app.representatives import ResolutionKind, resolve
from models import Call, CallSource, CallStatus, RateLimit
from tests.world.calls import a_call, office_of
from tests.world.people.on_the_phone import OnThePhone
from tests.world.time.clocks import local

NOON, MONDAY = local("2026-10-31 12:00"), local("2026-11-02 09:00")
CALLER, ANOTHER = "+14135550142", "+14135550143"


@pytest.fixture
def booked(session, own, campaign):
    """A call that was agreed on for Monday, and its code."""

    def booked(phone=CALLER, **what):
        call = a_call(session, own, campaign, phone=phone, ring_from=MONDAY, **what)
        return call, code_of(own.vault, call.id)

    return booked


@pytest.fixture
def dialed_in(session, own, campaign):
    """Somebody on the hotline who claims this number."""

    def dialed_in(caller=CALLER):
        call = Call(campaign_id=campaign, campaign_version=1, source=CallSource.HOTLINE, status=CallStatus.ANSWERED)
        call.heard = {}
        session.add(call)
        session.commit()
        return OnThePhone.of(session, replace(own, clock=lambda: NOON), call.id, caller)

    return dialed_in


def keys(phone, code, turn=1):
    return phone.answers("where", keys=code, turn=turn).step


def test_it_has_five_digits_and_is_no_zip_code_of_ours(own):
    codes = [code_of(own.vault, call_id) for call_id in range(1, 300)]
    assert {len(code) for code in codes} == {5}
    assert all(resolve(code).kind in {ResolutionKind.OUTSIDE, ResolutionKind.UNKNOWN} for code in codes)
    assert len(set(codes)) > 280


def test_each_of_two_agreed_calls_has_its_own(session, booked, dialed_in, fresh):
    (first, _), (second, code) = booked(), booked(ANOTHER, offices=(office_of(session, "John Velis"),))
    phone = dialed_in(ANOTHER)
    assert keys(phone, code) == "have_booking"
    phone.answers("have_booking", keys="0", turn=2)
    assert (fresh(first.id).status, fresh(second.id).status) == (CallStatus.SCHEDULED, CallStatus.CANCELED)


@pytest.mark.parametrize("caller", ["+14135550143", None])
def test_with_another_number_or_none_it_is_not_known(booked, dialed_in, caller):
    _, code = booked()
    assert keys(dialed_in(caller), code) == "located"


def test_of_a_call_that_was_canceled_it_is_not_known(booked, dialed_in):
    _, code = booked()
    phone = dialed_in()
    keys(phone, code)
    phone.answers("have_booking", keys="0", turn=2)
    assert keys(dialed_in(), code) == "located"


def test_whoever_tried_many_does_not_find_it(booked, dialed_in):
    _, code = booked()
    wrong = [str(int(code) + nth) for nth in range(1, TRIES_OF_A_NUMBER.at_most + 1) if int(code) + nth < 100_000]
    wrong += [str(int(code) - nth) for nth in range(1, TRIES_OF_A_NUMBER.at_most + 1 - len(wrong))]
    for nth, one in enumerate(wrong, 1):
        assert keys(dialed_in(), one, nth) == "located"
    assert keys(dialed_in(), code) == "located"


def test_a_zip_code_of_ours_is_no_try(session, booked, dialed_in):
    booked()
    before = tries(session)
    assert keys(dialed_in(), "01040") == "located"
    assert tries(session) == before


def tries(session):
    session.rollback()
    return session.scalar(select(func.count()).select_from(RateLimit))


def test_no_key_cancels_a_call_whose_code_was_not_keyed(booked, dialed_in, fresh):
    call, _ = booked()
    dialed_in().answers("have_booking", keys="0")
    assert fresh(call.id).status is CallStatus.SCHEDULED
