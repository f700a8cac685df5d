"""The carrier reports how a leg is doing, and what it takes whoever picked up for."""

import structlog
from flask import Response

from app.calls.life.carrier_events import MACHINE, Told
from app.calls.run.refused import note_code_later
from app.calls.run.report import record_machine, record_status
from app.extensions import given
from app.guard.route_classes import REPORT
from app.guard.routes import of_class
from app.store.db import db
from app.store.unit import light_unit
from app.voice import voice
from app.voice.replies import nothing_to_say, telling
from app.voice.requests import answered_by, call_id_of, status_report
from app.voice.signed import carrier_form

log = structlog.get_logger()


@voice.post("/<token>/status")
@voice.post("/<token>/status/<int(max=999):rank>")
@of_class(REPORT)
def status(token: str, rank: int | None = None) -> Response:
    """Keep the report of the leg to the office at `rank`, or of the supporter's.

    A call or a status that we do not know is answered politely and changes nothing.
    """
    call_id, report = call_id_of(token), status_report(rank)
    given().lately.forget(call_id or 0)
    with light_unit(db.engine) as work:
        if report and report.code is not None:
            work.keep_together()
        changed = record_status(work, call_id, report) if call_id and report else None
        if changed and call_id and report and report.code is not None:
            note_code_later(work.connection, call_id, report.code, given().clock())
    if changed and report and report.is_end and rank is None:
        log.info("call_ended", status=changed.status)
    return telling(nothing_to_say(), changed)


@voice.post("/<token>/machine/<int(max=999):rank>")
def machine(token: str, rank: int) -> Response:
    """Keep whether a machine seems to have picked up; what we do not know is answered politely."""
    form = carrier_form()
    call_id, sid, what = call_id_of(token), form.get("CallSid", ""), answered_by(form)
    if call_id and sid and what:
        with light_unit(db.engine) as work:
            told = Told(sid, MACHINE, MACHINE, what, rank, form)
            record_machine(work.connection, call_id, told)
    return nothing_to_say()
