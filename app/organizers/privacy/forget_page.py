"""Somebody asked in writing to be forgotten: an organizer does it, with a receipt to send them."""

from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from typing import Annotated

from flask import render_template, request
from pydantic import PlainValidator
from werkzeug.wrappers import Response

from app.calls.forgetting.number import Forgotten, forget_number
from app.calls.shown.log.page import campaign_subjects
from app.extensions import given
from app.guard.masking import masked
from app.guard.who_may import least
from app.limits.never_rung.own import is_on_own_list
from app.organizers.asked_fields import LONGEST_NUMBER, LONGEST_REASON, a_number, some_words
from app.organizers.audited import note
from app.organizers.blueprint import organizers
from app.serving.forms import Filled, Form, Text, read_form
from app.store.db import db
from app.store.unit import unit
from models import AuditAct, TeamRole

SUBJECT = "a number"
NO_NUMBER = "Enter the number that is to be forgotten, in digits, like 617 555 0123."
SAY_HOW = "Say in a few words how you were asked, and how you know that it is theirs, such as “Her letter of May 3”."


@dataclass(frozen=True)
class Held:
    """How many calls of a campaign a legal hold keeps, and until which day."""

    subject: str
    calls: int
    until: date


class ForgetForm(Form):
    """Whose number, and who asked for it how."""

    phone: Annotated[str, Text(limit=LONGEST_NUMBER, as_typed=True), PlainValidator(a_number(NO_NUMBER))]
    asked: Annotated[str, Text(limit=LONGEST_REASON), PlainValidator(some_words(SAY_HOW))]


@organizers.get("/forget")
@least(TeamRole.ORGANIZER)
def forget() -> str:
    """The form, and what it does."""
    return _page(Filled({"phone": "", "asked": ""}))


@organizers.post("/forget")
@least(TeamRole.ORGANIZER)
def forget_this() -> Response | str | tuple[str, int]:
    """Forget it, write down who did so and why, but not the number, and show the receipt."""
    own = given()
    form = read_form(ForgetForm, request.form, fictional=own.settings.fictional_numbers)
    if form.meant is None:
        return _page(form), HTTPStatus.UNPROCESSABLE_ENTITY
    with unit(db.session) as work:
        done = forget_number(work.session, own.vault, form.meant.phone)
        told = {"asked": masked(form.meant.asked), "calls": done.calls, "canceled": done.canceled, "notes": done.notes}
        if done.held:
            told["held"] = sum(it.calls for it in done.held)
        note(work.session, AuditAct.NUMBER_FORGOTTEN, SUBJECT, after=told)
    stays = {
        "is_listed": is_on_own_list(db.session, form.meant.phone),
        "is_sealed_away": bool(own.settings.consent_public_key.get_secret_value()),
    }
    return render_template("organizers/privacy/forgotten.html", done=done, held=_held(done), at=own.clock(), **stays)


def _held(done: Forgotten) -> list[Held]:
    subjects = campaign_subjects(db.session, frozenset(it.campaign_id for it in done.held)) if done.held else {}
    return [Held(subjects[it.campaign_id], it.calls, it.until) for it in done.held]


def _page(form: Filled[ForgetForm]) -> str:
    return render_template("organizers/privacy/forget.html", form=form, longest=LONGEST_REASON)
