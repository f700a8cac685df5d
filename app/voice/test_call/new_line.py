"""A new number of an office is tried: was it the office? Whoever heard it says so, and the number is confirmed."""

from flask import Response

from app.extensions import given
from app.guard.phone_numbers import national
from app.representatives.new_lines.confirming import Came, confirm_line
from app.store.db import db
from app.store.unit import unit
from app.team.audit import record
from app.voice import voice
from app.voice.replies import UNKNOWN_CALL, twiml
from app.voice.requests import pressed_keys
from app.voice.signed import carrier_form
from app.voice.test_call.at_hand import TEST, call_of, say
from models import AuditAct, KindOfTestCall, OfficeHolder, Organizer, TestCall
from voice_flows.parts.organizers_phone import ANSWER, CONFIRMED, NOBODY_THERE, NOT_CONFIRMED, farewell, was_it

BY_CALL = "a test call"


def back_from_line(call: TestCall, *, is_reached: bool) -> Response:
    """They are back from it."""
    return say(was_it(), call, ANSWER) if is_reached else twiml(farewell(NOBODY_THERE))


@voice.post(f"{TEST}/{ANSWER}")
def test_line(token: str) -> Response:
    """They said whether it was the office."""
    call = call_of(token)
    if call is None or call.kind is not KindOfTestCall.LINE:
        return twiml(UNKNOWN_CALL)
    is_confirmed = pressed_keys(carrier_form()) == "1" and _confirmed(call)
    return twiml(farewell(CONFIRMED if is_confirmed else NOT_CONFIRMED))


def _confirmed(call: TestCall) -> bool:
    """Confirm it, and write down who did; told twice it is confirmed once."""
    holder_id, number, extension = call.holder_id or 0, call.office_number, call.extension
    who, now = db.session.get_one(Organizer, call.organizer_id).email, given().clock()
    with unit(db.session) as work:
        came = confirm_line(work.session, holder_id, number, extension, by=who, now=now, by_call=True)
        if came is Came.CONFIRMED:
            subject = f"the number of {work.session.get_one(OfficeHolder, holder_id).name}"
            after = {"confirmed": national(number, extension), "by": BY_CALL}
            record(work.session, at=now, who=who, act=AuditAct.OFFICE_CHANGED, subject=subject, after=after)
    return True
