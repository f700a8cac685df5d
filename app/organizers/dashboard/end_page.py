"""Ends a call that is under way: an organizer says why."""

from http import HTTPStatus
from typing import Annotated

import structlog
from flask import abort, render_template, request
from flask.typing import ResponseReturnValue
from pydantic import PlainValidator

from app.calls.now.ending import end_call
from app.calls.shown.log import log_row
from app.calls.shown.log_row import LogRow
from app.extensions import given
from app.guard.masking import masked
from app.guard.who_may import least
from app.organizers.accounts.roles import signed_in
from app.organizers.audited import note
from app.organizers.blueprint import organizers
from app.organizers.notices import Notice, Page
from app.serving.forms import Filled, Form, Text, Wrong, read_form
from app.store.db import db
from app.store.unit import unit
from app.telephony.carrier import CarrierError
from models import ENDINGS, AuditAct, TeamRole

log = structlog.get_logger()

LARGEST_ID = 2**63 - 1
LONGEST_REASON = 200
SAY_WHY = "Say in a few words why, such as “They have the wrong script”."
CALL = Page(
    "organizers.call",
    {
        "ended": Notice("The call is ended. Its supporter reads that the campaign ended it."),
        "over": Notice("Nothing was done: the call was over already."),
        "untold": Notice(
            "The carrier could not be told, so whoever is on the phone goes on. Try once more.", is_bad=True
        ),
    },
)


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
    call = _found(call_id)
    return _page(call, Filled({})) if call.status not in ENDINGS else CALL.tells("over", call_id=call_id)


@organizers.post("/calls/<int:call_id>/end")
@least(TeamRole.ORGANIZER)
def end(call_id: int) -> ResponseReturnValue:
    """End it, and write down who did and why."""
    call, form = _found(call_id), read_form(WhyForm, request.form)
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


def _found(call_id: int) -> LogRow:
    row = log_row(db.session, call_id) if call_id <= LARGEST_ID else None
    if row is None or not signed_in().has(row.campaign_id):
        abort(HTTPStatus.NOT_FOUND)
    return row


def _page(call: LogRow, form: Filled[WhyForm]) -> str:
    return render_template("organizers/dashboard/end.html", call=call, form=form, longest=LONGEST_REASON)
