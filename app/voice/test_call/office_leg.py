"""The leg to the number that stands for the office: it is dialed, comes in at this server, and is over."""

from flask import Response

from app.calls.life.carrier_events import code_in
from app.carrier_setup.test_call.office import calls_itself, dialed_from
from app.carrier_setup.test_call.stops import OF_BRIDGE, OF_OFFICE, OfficeEnded, Stop
from app.extensions import given
from app.guard.route_classes import REPORT
from app.guard.routes import of_class
from app.store.db import db
from app.telephony.profiles import profile_of
from app.voice import voice
from app.voice.erased import ONCE_PAID, erase_later
from app.voice.replies import UNKNOWN_CALL, nothing_to_say, twiml
from app.voice.requests import bridge_end, leg_status
from app.voice.signed import carrier_form
from app.voice.test_call.at_hand import TEST, call_of, reached, say, urls
from app.voice.test_call.new_line import back_from_line
from models import KindOfTestCall, LegStatus, TestCall
from voice_flows.parts.organizers_phone import (
    AFTER,
    HEARD,
    NOT_CONNECTED,
    connect,
    connect_line,
    farewell,
    office_played,
)

OFFICE = "office"


def connected(call: TestCall) -> Response:
    """Have it dialed, as a supporter is connected."""
    profile = profile_of(given().settings)
    star_leaves = profile.can.star_leaves
    return twiml(
        connect_line(call.office_number, call.extension, call.caller_id, star_leaves=star_leaves)
        if call.kind is KindOfTestCall.LINE
        else connect(call.office_number, star_leaves=star_leaves),
        next_url=urls().at(call.id, AFTER),
        status_url=urls().at(call.id, OFFICE) if profile.tells_of_offices else "",
        adds_seconds=profile.adds_ring_seconds,
    )


def played_office() -> Response | None:
    """Where a number of ours dials itself: the recorded voice, if a test call is being connected with it."""
    form, now = carrier_form(), given().clock()
    called = form.get("To", "")
    call = dialed_from(db.session, called, now) if calls_itself(form.get("From", ""), called) else None
    if call is None:
        return None
    reached(call, Stop.COMES_IN, office_sid=form.get("CallSid", ""))
    return say(office_played(is_dialed=True), call, HEARD)


@voice.post(f"{TEST}/{OFFICE}")
@of_class(REPORT)
def test_office(token: str) -> Response:
    """How the leg to it is doing."""
    form = carrier_form()
    call, status = call_of(token), leg_status(form)
    if call and status in OF_OFFICE:
        reached(call, Stop.DIALED)
    if call:
        erase_later(form.get("CallSid", ""), after=ONCE_PAID)
    return nothing_to_say()


@voice.post(f"{TEST}/{AFTER}")
def test_after(token: str) -> Response:
    """They are back from it."""
    call, end = call_of(token), bridge_end(carrier_form())
    if call is None:
        return twiml(UNKNOWN_CALL)
    if call.kind is KindOfTestCall.LINE:
        return back_from_line(call, is_reached=end is not None and end.status is LegStatus.COMPLETED)
    if Stop.COMES_IN in call.reached:
        return twiml(farewell())
    status = end.status if end else LegStatus.FAILED
    reached(call, OF_BRIDGE.get(status, OfficeEnded.FAILED), error_code=code_in(carrier_form()))
    return twiml(farewell(NOT_CONNECTED))
