"""What the carrier asks about a test call is answered whatever it asks, and in whatever order it tells."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from twilio.request_validator import RequestValidator

from app.carrier_setup.test_call.ringing import TestUrls
from app.team.create import create_organizer
from models import CarrierRecord, KindOfTestCall, Organizer, TeamRole, TestCall


@pytest.fixture
def call(session, app):
    """A call that was asked for, to speak a code that is good no more."""
    create_organizer(session, "ana@example.org", "a long password of the tests", role=TeamRole.ORGANIZER)
    organizer_id = session.scalars(select(Organizer.id)).one()
    call = TestCall(
        kind=KindOfTestCall.CODE,
        organizer_id=organizer_id,
        caller_id="+16175550100",
        asked_at=app.extensions["ringdown"].clock(),
    )
    session.add(call)
    session.commit()
    return call


@pytest.fixture
def asks(app, client, settings, call):
    """What the carrier is answered."""

    def asks(what, call_id=call.id, **form):
        url = TestUrls(settings.public_base_url, app.extensions["ringdown"].tokens).at(call_id, what)
        form = {"AccountSid": settings.twilio_account_sid, "CallSid": "CA1"} | form
        signature = RequestValidator(settings.auth_tokens[0]).compute_signature(url, form)
        path = url.removeprefix(settings.public_base_url)
        answer = client.post(path, data=form, headers={"X-Twilio-Signature": signature})
        assert answer.status_code == 200
        return answer.text

    return asks


@pytest.mark.parametrize("what", ["answered", "pressed/1", "heard", "office", "after", "status"])
def test_a_call_that_is_not_ours_is_answered_politely(asks, what):
    assert "Response" in asks(what, call_id=10**9)


def test_a_code_that_is_good_no_more_is_not_spoken(asks):
    assert "code is" not in asks("answered")


def test_where_another_address_failed_they_hear_so(asks):
    assert "Say" in asks("fallback")


def test_what_is_told_twice_or_late_changes_nothing(asks, session, call):
    for status in ("ringing", "in-progress", "ringing", "completed", "in-progress", "levitating"):
        asks("status", CallStatus=status)
        session.rollback()
    first = dict(call.reached)
    asks("status", CallStatus="ringing")
    session.rollback()
    assert set(call.reached) == {"ringing", "answered", "ended"}
    assert call.reached == first


def test_why_a_phone_could_not_be_rung_is_kept_though_it_is_told_late(asks, session, call):
    asks("status", CallStatus="failed", ErrorCode="32205")
    asks("status", CallStatus="failed")
    session.rollback()
    assert call.error_code == 32205


def test_an_office_s_leg_of_which_nothing_is_said_has_failed(asks, session, call):
    assert "did not connect you" in asks("after")
    session.rollback()
    assert set(call.reached) == {"office-failed"}


def test_once_it_is_over_the_carrier_is_to_forget_its_legs_when_they_are_paid_for(asks, session):
    asks("office", CallSid="CA2", CallStatus="ringing")
    asks("status", CallStatus="in-progress")
    asks("status", CallStatus="completed")
    records = session.scalars(select(CarrierRecord).order_by(CarrierRecord.sid)).all()
    assert [record.sid for record in records] == ["CA1", "CA2"]
    assert all(record.due_at > record.since + timedelta(hours=23) for record in records)
