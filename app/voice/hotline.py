"""Somebody dials the campaign's number: write the call down, then on like any other call."""

from flask import Response, request

from app.calls.begin.hotline import DialedIn, Receiving, call_dialed_in, receive_call
from app.calls.run.report import record_status
from app.calls.shown.call import read_call
from app.calls.steps.situation import Arrival
from app.extensions import given
from app.store.db import db
from app.store.unit import unit
from app.voice import voice
from app.voice.replies import NO_CAMPAIGN, NOTHING_TO_SAY, TROUBLE, log_line, twiml
from app.voice.requests import caller, status_report
from app.voice.turns import at_hand, take_step


@voice.post("/hotline")
def dialed() -> Response:
    """The carrier asks what to say to somebody who dialed in."""
    own, dialed_in = given(), DialedIn(request.form.get("CallSid", ""), request.form.get("To", ""), caller())
    how = Receiving(own.vault, own.clock(), own.settings.hotline_calls_per_hour, rehearsal=own.rehearsal)
    received = receive_call(db.session, dialed_in, how) if dialed_in.sid else None
    if received is None:
        return twiml(NO_CAMPAIGN)
    call = read_call(db.session, received[0], lock=True)
    return take_step(at_hand(), call, Arrival(received[1], 0), 0) if call else twiml(TROUBLE)


@voice.post("/hotline/status")
def hotline_status() -> Response:
    """The carrier reports that whoever dialed in has hung up."""
    report, sid = status_report(None), request.form.get("CallSid", "")
    with unit(db.session) as work:
        call_id = call_dialed_in(work.session, sid)
        changed = record_status(work.session, given().vault, call_id, report) if call_id and report else None
    answer = twiml(NOTHING_TO_SAY)
    answer.headers.update(log_line(changed))
    return answer


@voice.post("/hotline/fallback")
def hotline_fallback() -> Response:
    """The first URL failed: say so and end."""
    return twiml(TROUBLE)
