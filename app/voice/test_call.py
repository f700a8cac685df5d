"""The carrier asks what to say to an organizer whose own phone we ring, and tells how that goes."""

from flask import Response

from app.carrier_setup.test_call.confirming import code_to_speak
from app.carrier_setup.test_call.ringing import PURPOSE, TestUrls
from app.carrier_setup.test_call.stops import OF_LEG, Ended, Stop, reach
from app.extensions import given
from app.guard.route_classes import REPORT
from app.guard.routes import of_class
from app.guard.tokens import BadTokenError
from app.store.db import db
from app.store.unit import unit
from app.voice import voice
from app.voice.replies import NOTHING_TO_SAY, TROUBLE, UNKNOWN_CALL, Verbs, twiml
from app.voice.requests import leg_status, pressed_keys
from app.voice.signed import carrier_form
from models import KindOfTestCall, TestCall
from voice_flows.parts.organizers_phone import code, farewell, office, question

ASKED_AT_MOST = 3  # on a trial the carrier swallows the first key
TEST = "/test/<token>"


@voice.post(f"{TEST}/answered")
def test_answered(token: str) -> Response:
    """They picked up."""
    call = _call(token)
    if call is None:
        return twiml(UNKNOWN_CALL)
    _reach(call, Stop.ANSWERED)
    if call.kind is KindOfTestCall.CODE:
        own = given()
        digits = code_to_speak(db.session, own.vault, call.organizer_id, own.clock())
        return twiml(code(digits) if digits else UNKNOWN_CALL)
    return _say(question(is_first=True), call, "pressed/1")


@voice.post(f"{TEST}/pressed/<int:turn>")
def test_pressed(token: str, turn: int) -> Response:
    """They pressed a key, or none."""
    call = _call(token)
    if call is None:
        return twiml(UNKNOWN_CALL)
    if pressed_keys(carrier_form()) == "1":
        _reach(call, Stop.PRESSED)
        return _say(office(), call, "heard")
    if turn < ASKED_AT_MOST:
        return _say(question(is_first=False), call, f"pressed/{turn + 1}")
    return twiml(farewell(heard=False))


@voice.post(f"{TEST}/heard")
def test_heard(token: str) -> Response:
    """They heard the recording to its end."""
    call = _call(token)
    if call is None:
        return twiml(UNKNOWN_CALL)
    _reach(call, Stop.HEARD)
    return twiml(farewell(heard=True))


@voice.post(f"{TEST}/status")
@of_class(REPORT)
def test_status(token: str) -> Response:
    """How their leg is doing."""
    call, status = _call(token), leg_status(carrier_form())
    stop = OF_LEG.get(status) if status else None
    if call and stop:
        _reach(call, stop)
    return twiml(NOTHING_TO_SAY)


@voice.post(f"{TEST}/fallback")
def test_fallback(token: str) -> Response:  # noqa: ARG001 - every voice URL carries the call's token
    """Another URL failed."""
    return twiml(TROUBLE)


def _call(token: str) -> TestCall | None:
    try:
        return db.session.get(TestCall, int(given().tokens.read(PURPOSE, token)))
    except BadTokenError:
        return None


def _reach(call: TestCall, stop: Stop | Ended) -> None:
    with unit(db.session) as work:
        reach(work.session, call.id, stop, given().clock())


def _say(verbs: Verbs, call: TestCall, then: str) -> Response:
    urls = TestUrls(given().settings.public_base_url, given().tokens)
    return twiml(verbs, next_url=urls.at(call.id, then))
