"""The whole number of one call: for an admin who says why, and shows anew that it is them."""

from http import HTTPStatus
from typing import Annotated

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue
from pydantic import PlainValidator

from app.calls.shown.number import CallWithNumber, call_with_number
from app.extensions import given
from app.guard.masking import masked
from app.guard.who_may import least
from app.organizers.accounts.second_factor.fresh import fresh
from app.organizers.asked_fields import LONGEST_REASON, some_words
from app.organizers.audited import note
from app.organizers.blueprint import organizers
from app.serving.forms import Filled, Form, Text, read_form
from app.store.db import db
from app.store.unit import unit
from models import AuditAct, TeamRole

LARGEST_ID = 2**63 - 1
SAY_WHY = "Say in a few words why you need the number, such as “She asked to be called back about the hearing”."


class ReasonForm(Form):
    """Why somebody needs the number."""

    reason: Annotated[str, Text(limit=LONGEST_REASON), PlainValidator(some_words(SAY_WHY))]


@organizers.get("/calls/<int:call_id>/number")
@least(TeamRole.ADMIN)
@fresh()
def number(call_id: int) -> ResponseReturnValue:
    """Ask why."""
    return _page(_found(call_id), Filled({}))


@organizers.post("/calls/<int:call_id>/number")
@least(TeamRole.ADMIN)
@fresh()
def unmask_number(call_id: int) -> ResponseReturnValue:
    """Show it once, and write down who saw it and why, but not the number."""
    call, form = _found(call_id), read_form(ReasonForm, request.form)
    if form.meant is None:
        return _page(call, form), HTTPStatus.UNPROCESSABLE_ENTITY
    with unit(db.session) as work:
        why = {"reason": masked(form.meant.reason)}
        note(work.session, AuditAct.UNMASKED, f"the number of call {call.id}", campaign_id=call.campaign_id, after=why)
    return render_template("organizers/log/number_shown.html", call=call, phone=call.phone(given().vault))


def _found(call_id: int) -> CallWithNumber:
    return (call_id <= LARGEST_ID and call_with_number(db.session, call_id)) or abort(HTTPStatus.NOT_FOUND)


def _page(call: CallWithNumber, form: Filled[ReasonForm]) -> str:
    return render_template("organizers/log/number.html", call=call, form=form, longest=LONGEST_REASON)
