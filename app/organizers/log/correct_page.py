"""Corrects what came of an office that a call reached for, for a reason; and takes the correction back."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue
from pydantic import PlainValidator

from app.calls.life.notes import note_text, sealed_note
from app.calls.life.reports import Report
from app.calls.run.correct import correct, every_said, take_back
from app.calls.shown.log.row import LogOffice, LogRow
from app.extensions import given
from app.guard.masking import masked
from app.guard.who_may import least
from app.organizers.audited import Told
from app.organizers.blueprint import organizers
from app.organizers.change import Came, Change, Who, as_shown, digest, made, outrun, undone
from app.organizers.labels import CORRECTED, REPORTED, REPORTED_BY, STANCE
from app.organizers.log.found import CALL, found_call
from app.serving.forms import Filled, Form, Text, Wrong, read_form
from app.store.db import db
from app.team.audit import Facts
from models import ENDINGS, AuditAct, CallSource, ReportedOutcome, ReportSource, Stance, TeamRole

LONGEST_REASON = 300
CHOOSE_ONE = "Choose what came of it."
SAY_WHY = "Say in a few words how you know, such as “She told me on the phone”."
FASTER = "Somebody changed it since you opened this page. Look at what it says now, then send again."

CHOICES: Mapping[ReportedOutcome, str] = {**{it: word.text for it, word in REPORTED.items()}, **CORRECTED}


def _stance_of(typed: str) -> Stance | None:
    return next((stance for stance in Stance if stance == typed), None)


def _some_words(typed: str) -> str:
    if not typed:
        raise Wrong(SAY_WHY)
    return typed


class CorrectionForm(Form):
    """What came of it, where the office stands, and how they know."""

    outcome: Annotated[ReportedOutcome, Text(limit=40, otherwise=CHOOSE_ONE)]
    stance: Annotated[Stance | None, Text(limit=40), PlainValidator(_stance_of)]
    reason: Annotated[str, Text(limit=LONGEST_REASON), PlainValidator(_some_words)]


@dataclass(frozen=True)
class _Shown:
    """A call that is over, and the office of which it is."""

    call: LogRow
    office: LogOffice

    def choices(self) -> Mapping[ReportedOutcome, str]:
        """What may have come of it. Nobody writes to an office by a call through us."""
        by_themselves = self.call.source is CallSource.OWN_PHONE
        odd = ReportedOutcome.SKIP if by_themselves else ReportedOutcome.WROTE
        return {it: words for it, words in CHOICES.items() if it is not odd}

    def typed(self) -> Mapping[str, str]:
        """What the form shows before anybody typed."""
        said, stance = self.office.reported_outcome, self.office.stance
        return {"outcome": said or "", "stance": stance or "", "reason": ""}


@organizers.get("/calls/<int:call_id>/offices/<int:rank>/outcome")
@least(TeamRole.ORGANIZER)
def outcome(call_id: int, rank: int) -> ResponseReturnValue:
    """Ask what came of it, and how they know."""
    shown = _found(call_id, rank)
    if shown.call.status not in ENDINGS:
        return CALL.tells("goes-on", call_id=call_id)
    return _page(shown, Filled(shown.typed()))


@organizers.post("/calls/<int:call_id>/offices/<int:rank>/outcome")
@least(TeamRole.ORGANIZER)
def correct_outcome(call_id: int, rank: int) -> ResponseReturnValue:
    """Let it count, and write down who said so and why."""
    shown, form = _found(call_id, rank), read_form(CorrectionForm, request.form)
    if shown.call.status not in ENDINGS:
        return CALL.tells("goes-on", call_id=call_id)
    if form.meant and form.meant.outcome not in shown.choices():
        form = form.with_error("outcome", CHOOSE_ONE)
    if form.meant is None:
        return _page(shown, form), HTTPStatus.UNPROCESSABLE_ENTITY
    came = made(_change(shown), form.meant)
    if came is Came.FASTER:
        return _page(_found(call_id, rank), outrun(form, "outcome", FASTER)), HTTPStatus.CONFLICT
    return CALL.tells("corrected" if came is Came.CHANGED else "same", call_id=call_id)


@organizers.post("/calls/<int:call_id>/offices/<int:rank>/outcome/undo")
@least(TeamRole.ORGANIZER)
def take_outcome_back(call_id: int, rank: int) -> ResponseReturnValue:
    """Let what was said before count again."""
    came = undone(_change(_found(call_id, rank)))
    told = {Came.CHANGED: "taken-back", Came.SAME: "same", Came.FASTER: "faster"}
    return CALL.tells(told[came], call_id=call_id)


def seen_of(call_id: int, rank: int) -> str:
    """A short sign of what is said of an office now, for the forms that change it."""
    return digest(*((it.source, it.outcome, it.stance) for it in every_said(db.session, call_id, rank)))


def _change(shown: _Shown) -> Change[CorrectionForm]:
    call_id, rank = shown.call.id, shown.office.rank

    def keep(form: CorrectionForm, _who: Who) -> bool:
        reason = sealed_note(given().vault, masked(form.reason), f"correction of call {call_id}")
        before = _facts(call_id, rank)
        correct(db.session, call_id, rank, Report(form.outcome, form.stance, reason))
        return _facts(call_id, rank) != before

    def undo(_which: str, _who: Who) -> bool:
        is_corrected = any(it.source is ReportSource.ORGANIZER for it in every_said(db.session, call_id, rank))
        take_back(db.session, call_id, rank)
        return is_corrected

    whose = f" ({shown.office.representative})" if len(shown.call.worth_telling) > 1 else ""
    told = Told(
        AuditAct.OUTCOME_CORRECTED,
        f"the outcome of call {call_id}{whose}",
        lambda: _facts(call_id, rank),
        shown.call.campaign_id,
    )
    return Change(told, seen_of(call_id, rank), keep, undo)


def _facts(call_id: int, rank: int) -> Facts:
    """What counts, as the audit log tells it; why, where an organizer said so."""
    said = next(iter(every_said(db.session, call_id, rank)), None)
    if said is None:
        return {"outcome": "nothing told"}
    facts: dict[str, object] = {"outcome": REPORTED[said.outcome].text, "how it is known": REPORTED_BY[said.source]}
    if said.stance:
        facts["stance"] = STANCE[said.stance]
    if said.source is ReportSource.ORGANIZER:
        facts["reason"] = note_text(given().vault, said.note_sealed)
    return facts


def _found(call_id: int, rank: int) -> _Shown:
    call = found_call(call_id)
    office = next((it for it in call.offices if it.rank == rank and it.was_meant), None)
    return _Shown(call, office) if office else abort(HTTPStatus.NOT_FOUND)


def _page(shown: _Shown, form: Filled[CorrectionForm]) -> str:
    return render_template(
        "organizers/log/correct.html",
        call=shown.call,
        office=shown.office,
        form=as_shown(form, _change(shown)),
        choices=shown.choices(),
        stances=STANCE,
        longest=LONGEST_REASON,
    )
