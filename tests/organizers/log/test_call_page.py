"""One call as a story."""

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from app.calls.life.carrier_events import MACHINE
from app.calls.life.carrier_events import Told as CarrierTold
from app.calls.life.notes import sealed_note
from app.calls.run.report import record_machine
from app.extensions import given
from app.organizers.labels import ANSWERED_BY
from models import (
    Call,
    CarrierEvent,
    Consent,
    EndReason,
    Feedback,
    Leg,
    LegRole,
    LegStatus,
    ReportedOutcome,
    ReportSource,
    Stance,
)
from tests.organizers.conftest import NOON, Called, Organizer

Told = Callable[..., None]
A_SECOND = timedelta(seconds=1)
NUMBERS = dict.fromkeys(("To", "From", "Caller", "Called", "Direction", "CallStatus"), "+14135550187")


def noted(text: str) -> bytes | None:
    """A note as it is kept."""
    return sealed_note(given().vault, text, "page")


@pytest.fixture
def read(signed_in: Organizer) -> Callable[[Call], str]:
    """Opens the page of a call."""
    return lambda call: unescape(signed_in.reads(f"/organizers/calls/{call.id}"))


def test_the_story_is_told_in_the_order_in_which_it_happened(
    read: Callable[[Call], str], called: Called, told: Told
) -> None:
    call = called(ended_at=NOON + 9 * A_SECOND)
    told(call, "in-progress", NOON + 7 * A_SECOND)
    told(call, "ringing", NOON + 5 * A_SECOND)
    told(call, "completed", NOON + 8 * A_SECOND)
    page = read(call)
    order = [page.index(text) for text in ("is asked for", "phone rings", "picked up", "is hung up", "is over")]
    assert order == sorted(order)
    assert "12:00:05 PM</time>" in page


def test_the_carriers_fields_are_shown_but_never_a_number(
    read: Callable[[Call], str], called: Called, told: Told
) -> None:
    call = called()
    told(call, "completed", **NUMBERS, CallDuration="31", SipResponseCode="200", SequenceNumber="3")
    page = read(call)
    assert [name for name in ("CallDuration", "SipResponseCode") if name not in page] == []
    assert re.findall(r"5550187|555-0187|Caller|Called|\+1", page) == []


def test_one_pressed_key_is_shown_and_more_are_not(read: Callable[[Call], str], called: Called, told: Told) -> None:
    call = called()
    told(call, "ringing", Digits="1")
    told(call, "completed", Digits="01040")
    assert ("(key 1)" in read(call), "01040" in read(call)) == (True, False)


def test_a_turn_tells_what_the_supporter_did(read: Callable[[Call], str], called: Called, session: Session) -> None:
    call = called()
    session.add(CarrierEvent(call_id=call.id, kind="turn", key=1, name="script"))
    session.commit()
    assert "The supporter hears the script" in read(call)


def test_feedback_is_told_with_stance_and_note(read: Callable[[Call], str], called: Called, session: Session) -> None:
    call = called()
    what = {"outcome": ReportedOutcome.CONTACT, "stance": Stance.YES, "note_sealed": noted("They were <b>kind</b>.")}
    session.add(Feedback(called_office_id=call.offices[0].id, source=ReportSource.PAGE, **what))
    session.commit()
    page = read(call)
    assert "on the page: talked to someone; the office supports it" in page
    assert "They were <b>kind</b>." in page


def test_a_note_is_only_text(signed_in: Organizer, called: Called, session: Session) -> None:
    call = called()
    note = {"outcome": ReportedOutcome.SKIP, "note_sealed": noted("<img src=x onerror=alert(1)>")}
    session.add(Feedback(called_office_id=call.offices[0].id, source=ReportSource.PAGE, **note))
    session.commit()
    assert "<img" not in signed_in.reads(f"/organizers/calls/{call.id}")


def test_consent_is_shown_by_its_wording(read: Callable[[Call], str], called: Called, session: Session) -> None:
    call = called()
    consent = {"campaign_id": call.campaign_id, "wording_version": "2026-11-23"}
    session.add(Consent(call_id=call.id, **consent))
    session.commit()
    assert "wording of 2026-11-23" in read(call)


def test_the_end_says_why(read: Callable[[Call], str], called: Called) -> None:
    page = read(called(end_reason=EndReason.REFUSED))
    assert "The call is over: asked never to be called" in page


def test_what_happened_in_the_same_second_is_told_in_the_order_of_a_leg(
    read: Callable[[Call], str], called: Called, told: Told
) -> None:
    call = called()
    for name in ("in-progress", "ringing", "initiated"):
        told(call, name, NOON)
    page = read(call)
    order = [page.index(text) for text in ("is dialed", "phone rings", "picked up")]
    assert order == sorted(order)


def test_a_call_of_which_nothing_was_heard_still_has_a_page(read: Callable[[Call], str], called: Called) -> None:
    assert "The call is asked for, through the campaign's page" in read(called(phone=None))


@pytest.mark.parametrize(
    ("how_found", "words"), [("town", "known from the town"), ("chosen", "chosen by the supporter")]
)
def test_how_the_district_was_found_is_shown(
    read: Callable[[Call], str], called: Called, how_found: str, words: str
) -> None:
    assert words in read(called(offices=({"how_found": how_found},)))


def leg_of_its_office(call: Call, sid: str) -> Leg:
    office, status = call.offices[0].id, LegStatus.IN_PROGRESS
    return Leg(call_id=call.id, role=LegRole.OFFICE, called_office_id=office, carrier_sid=sid, status=status)


def test_what_the_carrier_takes_the_voice_for_is_told(
    read: Callable[[Call], str], called: Called, session: Session, app: Flask
) -> None:
    call = called()
    for name in ANSWERED_BY:
        session.add(leg_of_its_office(call, f"CA-{name}"))
        session.flush()
        record_machine(session, call.id, CarrierTold(f"CA-{name}", MACHINE, MACHINE, name, 0, {}))
    session.commit()
    page = read(call)
    assert [sentence for sentence in ANSWERED_BY.values() if sentence not in page] == []
