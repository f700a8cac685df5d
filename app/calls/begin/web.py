"""Places a call: what may stand in its way looked at, call and job written, in one statement."""

from datetime import datetime

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from app.calls.begin.admission import admission, let_go_of, looks_at, refuse_by, twin_in
from app.calls.begin.request import CallRequest, Placing
from app.calls.hours.action_days import days_at
from app.calls.hours.office import hours_of
from app.calls.hours.waves import in_waves
from app.calls.later.slots import Room, agree_on_slot, let_go
from app.calls.life.beginning import AdmittedBeginning, NewCall
from app.calls.life.to_ring import job_values, rings
from app.calls.queue.agreed import rings_until
from app.guard.keys.days import Marks
from app.limits.hours.quiet import HERE, zones_of
from app.limits.numbers import keep_number
from models import CallSource, CallStatus, EventSource


def place_call(session: Session | Connection, request: CallRequest, placing: Placing) -> int:
    """Write a call down that is rung now, and return its id; the same form posted again returns the same call.

    One statement, and a whole by itself: there is nothing to undo.

    Raises:
        CannotPlace: nothing was written.
    """
    call, marks = _new_call(request, placing)
    if not placing.rehearsal:
        call.waits_for, call.waits_since = call.first.number, placing.clock()
        call.ring_until = rings_until(call.waits_since, keeps_place=request.keeps_place)
    call_id, _ = _write(session, call, marks, request, placing)
    return call_id


def place_later(session: Session, request: CallRequest, placing: Placing, ring_from: datetime) -> int:
    """The same for a call that is rung in the first free slot from `ring_from` on.

    Raises:
        CannotPlace: whoever opened the unit undoes what was written until then.
    """
    call, marks = _new_call(request, placing)
    room = _room(session, call, marks, request, placing)
    agree_on_slot(session, call, ring_from, room)
    call_id, is_new = _write(session, call, marks, request, placing)
    if not is_new and call.ring_at:
        let_go(session, room.number, call.ring_at)
    return call_id


def _room(session: Session, call: NewCall, marks: Marks, request: CallRequest, placing: Placing) -> Room:
    days = days_at(session, request.campaign.id, request.campaign.version)
    own = hours_of(session, call.first.line_id, always_open=not placing.keeps_hours)
    hours = in_waves(own, days, call.first.district_geoid, placing.clock())
    zones = zones_of(request.phone) if placing.keeps_hours else HERE
    return Room(call.first.number or "", hours, zones, placing.limits.strangers_percent, marks.held)


def _new_call(request: CallRequest, placing: Placing) -> tuple[NewCall, Marks]:
    """The call with its number, and by what else that is known."""
    call = NewCall(
        campaign_id=request.campaign.id,
        campaign_version=request.campaign.version,
        source=CallSource.WEB,
        rehearsal=placing.rehearsal,
        form_nonce=request.form_nonce,
        phone_bank_id=request.phone_bank_id,
        came_from=request.came_from,
        agreed_in=request.consent_version,
        language=request.language,
        town=request.town,
        more_time=request.more_time,
        offices=request.offices,
    )
    return call, keep_number(call, request.phone, placing.vault)


def _write(
    session: Session | Connection, call: NewCall, marks: Marks, request: CallRequest, placing: Placing
) -> tuple[int, bool]:
    """The id of the call, and whether it is new."""
    status = CallStatus.SCHEDULED if call.ring_at else CallStatus.REQUESTED
    looked = looks_at(call, request, placing, marks)
    told = _PLACE.of(session, call, status, source=EventSource.PAGE, **looked, **job_values(placing.queue))
    if told["id"] is not None:
        return told["id"], True
    twin = twin_in(told, placing.vault, request)
    if twin is not None:
        return twin, False
    refuse_by(told, rehearsal=placing.rehearsal)
    let_go_of(session, told, call, looked)
    return _write(session, call, marks, request, placing)  # another was faster, and is seen now


_PLACE = AdmittedBeginning(admission(), rings)
build_placing = _PLACE.build
