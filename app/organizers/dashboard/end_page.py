"""Ends a call that is under way: an organizer says why."""

from http import HTTPStatus
from typing import Annotated

import structlog
from flask import render_template, request
from flask.typing import ResponseReturnValue
from pydantic import PlainValidator

from app.calls.now.ending import end_call
from app.calls.shown.log.row import LogRow
from app.extensions import given
from app.guard.masking import masked
from app.guard.who_may import least
from app.organizers.audited import note
from app.organizers.blueprint import organizers
from app.organizers.log.found import CALL, found_call
from app.serving.forms import Filled, Form, Text, Wrong, read_form
from app.store.db import db
from app.store.unit import unit
from app.telephony.carrier import CarrierError
from models import ENDINGS, AuditAct, TeamRole

log = structlog.get_logger()

LONGEST_REASON = 200
SAY_WHY = "Say in a few words why, such as “They have the wrong script”."


def _some_words(typed: str) -> str:
    if not typed:
        raise Wrong(SAY_WHY)
    return typed


class WhyForm(Form):
    """Why it is ended."""

    reason: Annotated[str, Text(limit=LONGEST_REASON), PlainValidator(_some_words)]


@organizers.get("/calls/<int:call_id>/end")
@least(TeamRole.ORGANIZER)
def ending(call_id: int) -> ResponseReturnValue:
    """Ask why."""
    call = found_call(call_id)
    return _page(call, Filled({})) if call.status not in ENDINGS else CALL.tells("over", call_id=call_id)


@organizers.post("/calls/<int:call_id>/end")
@least(TeamRole.ORGANIZER)
def end(call_id: int) -> ResponseReturnValue:
    """End it, and write down who did and why."""
    call, form = found_call(call_id), read_form(WhyForm, request.form)
    if form.meant is None:
        return _page(call, form), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        with unit(db.session) as work:
            was_under_way = end_call(work, given().carrier, call_id)
            if was_under_way:
                why = {"reason": masked(form.meant.reason)}
                note(work.session, AuditAct.CALL_ENDED, f"call {call_id}", campaign_id=call.campaign_id, after=why)
    except CarrierError as error:
        log.warning("carrier_not_told_to_end", call=call_id, code=error.code)
        return CALL.tells("untold", call_id=call_id)
    return CALL.tells("ended" if was_under_way else "over", call_id=call_id)


def _page(call: LogRow, form: Filled[WhyForm]) -> str:
    return render_template("organizers/dashboard/end.html", call=call, form=form, longest=LONGEST_REASON)
