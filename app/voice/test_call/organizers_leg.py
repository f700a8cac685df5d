"""The carrier asks what to say to an organizer whose own phone we ring, and tells how that goes."""

from flask import Response

from app.calls.life.carrier_events import code_in
from app.carrier_setup.test_call.confirming import code_to_speak
from app.carrier_setup.test_call.stops import OF_LEG, Ended, Stop
from app.extensions import given
from app.guard.route_classes import REPORT
from app.guard.routes import of_class
from app.store.db import db
from app.voice import voice
from app.voice.erased import ONCE_PAID, erase_later
from app.voice.replies import TROUBLE, UNKNOWN_CALL, nothing_to_say, twiml
from app.voice.requests import leg_status, pressed_keys
from app.voice.signed import carrier_form
from app.voice.test_call.at_hand import TEST, call_of, reached, say
from app.voice.test_call.office_leg import connected
from models import KindOfTestCall
from voice_flows.parts.organizers_phone import HEARD, NOTHING_PRESSED, code, farewell, office_played, question
from voice_flows.verbs import HangUp

ASKED_AT_MOST = 3  # on a trial the carrier swallows the first key


@voice.post(f"{TEST}/answered")
def test_answered(token: str) -> Response:
    """They picked up."""
    call = call_of(token)
    if call is None:
        return twiml(UNKNOWN_CALL)
    reached(call, Stop.ANSWERED, leg_sid=carrier_form().get("CallSid", ""))
    if call.kind is KindOfTestCall.CODE:
        own = given()
        digits = code_to_speak(db.session, own.vault, call.organizer_id, own.clock())
        return twiml(code(digits) if digits else UNKNOWN_CALL)
    tries_line = call.kind is KindOfTestCall.LINE
    return say(question(is_first=True, tries_line=tries_line), call, "pressed/1")


@voice.post(f"{TEST}/pressed/<int:turn>")
def test_pressed(token: str, turn: int) -> Response:
    """They pressed a key, or none."""
    call = call_of(token)
    if call is None:
        return twiml(UNKNOWN_CALL)
    if pressed_keys(carrier_form()) == "1":
        reached(call, Stop.PRESSED)
        return connected(call) if call.office_number else say(office_played(is_dialed=False), call, HEARD)
    if turn < ASKED_AT_MOST:
        tries_line = call.kind is KindOfTestCall.LINE
        return say(question(is_first=False, tries_line=tries_line), call, f"pressed/{turn + 1}")
    return twiml(farewell(NOTHING_PRESSED))


@voice.post(f"{TEST}/{HEARD}")
def test_heard(token: str) -> Response:
    """The recorded voice was heard to its end: on the leg that was dialed, which is over then, or on their own."""
    call = call_of(token)
    if call is None:
        return twiml(UNKNOWN_CALL)
    reached(call, Stop.HEARD)
    return twiml((HangUp(),) if call.office_number else farewell())


@voice.post(f"{TEST}/status")
@of_class(REPORT)
def test_status(token: str) -> Response:
    """How their leg is doing."""
    form = carrier_form()
    call, status = call_of(token), leg_status(form)
    stop = OF_LEG.get(status) if status else None
    if call and stop is Ended.FAILED:
        reached(call, stop, error_code=code_in(form) or call.error_code)
    elif call and stop:
        reached(call, stop)
    if call and (stop is Stop.ENDED or isinstance(stop, Ended)):
        erase_later(form.get("CallSid", ""), call.office_sid, after=ONCE_PAID)
    return nothing_to_say()


@voice.post(f"{TEST}/fallback")
def test_fallback(token: str) -> Response:  # noqa: ARG001 - every voice URL carries the call's token
    """Another URL failed."""
    return twiml(TROUBLE)
