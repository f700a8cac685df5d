"""Ends a legal hold, once whoever does so was told in figures what is forgotten then, and said that they are sure."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Annotated

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_security import current_user
from pydantic import PlainValidator
from sqlalchemy.orm import Session

from app.extensions import given
from app.guard.who_may import least
from app.organizers.accounts.second_factor.fresh import fresh
from app.organizers.audited import note
from app.organizers.blueprint import organizers
from app.organizers.legal_holds.list_page import HOLDS, told
from app.organizers.legal_holds.one_page import HOLD, found_hold, subject_of, wanted_now
from app.privacy.holding.change import end_hold, tell_beside_keys
from app.privacy.holding.shown import Overdue, overdue
from app.serving.forms import Filled, Form, Text, Wrong, read_form
from app.store.db import db
from app.store.unit import unit
from models import AuditAct, LegalHold, TeamRole

END = f"{HOLD}/end"
NOT_SURE = "Tick this if all of it is to be forgotten: it cannot be taken back."


def _sure(typed: str) -> bool:
    if not typed:
        raise Wrong(NOT_SURE)
    return True


class EndForm(Form):
    """That they are sure."""

    sure: Annotated[bool, Text(limit=20), PlainValidator(_sure)]


NOTHING_TYPED: Filled[EndForm] = Filled({"sure": ""})


@organizers.get(END)
@least(TeamRole.ADMIN)
@fresh()
def confirm_end_of_hold(hold_id: int) -> ResponseReturnValue:
    """Say how much is forgotten then, before anything is."""
    hold = found_hold(hold_id)
    return _page(hold, NOTHING_TYPED) if hold.ended_at is None else HOLDS.tells("over")


@organizers.post(END)
@least(TeamRole.ADMIN)
@fresh()
def end_legal_hold(hold_id: int) -> ResponseReturnValue:
    """Let the clock go on for its calls."""
    hold, own = found_hold(hold_id), given()
    form = read_form(EndForm, request.form)
    if form.meant is None:
        return _page(hold, form), HTTPStatus.UNPROCESSABLE_ENTITY
    with unit(db.session) as work:
        due = _in_figures(overdue(work.session, hold.campaign_id, own.clock()))
        is_over = end_hold(work.session, hold_id, own.clock(), current_user.email)
        if is_over:
            _write_down(work.session, hold, due)
    tell_beside_keys(db.session, own.vault.days.holds)
    return HOLDS.tells("ended" if is_over else "over")


def _write_down(session: Session, hold: LegalHold, due: Mapping[str, str]) -> None:
    before, after = told(wanted_now(hold)), {"forgotten for good": [f"{what}: {many}" for what, many in due.items()]}
    act, subject = AuditAct.LEGAL_HOLD_ENDED, subject_of(hold)
    note(session, act, subject, campaign_id=hold.campaign_id, before=before, after=after)


def _in_figures(due: Overdue) -> Mapping[str, str]:
    """How much is forgotten, by what it is: as the page and the audit log say it."""
    return {
        "Telephone numbers": f"{due.numbers:,}",
        "Notes": f"{due.notes:,}",
        "Whole calls": f"{due.calls:,}",
        "Towns and exact times": _calls(due.exact),
        "At their own wish": _calls(due.asked),
    }


def _calls(many: int) -> str:
    return f"of {many:,} {'call' if many == 1 else 'calls'}"


def _page(hold: LegalHold, form: Filled[EndForm]) -> str:
    due = overdue(db.session, hold.campaign_id, given().clock())
    return render_template(
        "organizers/legal_holds/end.html",
        hold=hold,
        subject=subject_of(hold),
        figures=_in_figures(due) if due.is_anything else {},
        form=form,
    )
