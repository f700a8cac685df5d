"""“Tell us what happened when you made the call”."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from flask import make_response, redirect, request, url_for
from pydantic import PlainValidator
from werkzeug.wrappers import Response as AnyResponse

from app.calls.life import notes
from app.calls.life.reports import Report
from app.calls.run.feedback import report_outcome
from app.extensions import given
from app.guard.route_classes import FOLLOWING
from app.guard.routes import of_class
from app.language.sentences import sentence
from app.limits.feedback import changes_now
from app.serving.forms import Filled, Form, Text, read_form
from app.serving.page_languages import is_switching
from app.store.db import db
from app.store.unit import unit
from app.web import web
from app.web.call_page import call_by, call_page
from models import ReportedOutcome, Stance

LONGEST_NOTE = 500
CHOOSE_ONE = sentence("Choose one of these, then send again.")


def stance_of(typed: str) -> Stance | None:
    """Where the office stands, None where nothing that we know was said of it."""
    return next((stance for stance in Stance if stance == typed), None)


class FeedbackForm(Form):
    """What came of it, where the office stands, and a note."""

    outcome: Annotated[ReportedOutcome, Text(limit=40, otherwise=CHOOSE_ONE)]
    stance: Annotated[Stance | None, Text(limit=40), PlainValidator(stance_of)]
    note: Annotated[str, Text(limit=LONGEST_NOTE, lines=True)]


@web.app_template_filter()
def note_text(kept: bytes | None) -> str:
    """What was typed of an office, for whom it may be shown."""
    return notes.note_text(given().vault, kept)


@web.post("/c/<slug:slug>/call/<token>/feedback")
@of_class(FOLLOWING)
def tell(slug: str, token: str) -> AnyResponse:
    """Keep what they tell of each office; an unknown answer leaves everything as it was and asks again."""
    progress = call_by(slug, token)
    back = url_for("web.call", slug=slug, token=token)
    tried = _tried([office.rank for office in progress.reached])
    told = {rank: form for rank, form in tried.items() if any(form.typed.values())} or dict([*tried.items()][:1])
    if not told:  # those offices were not rung: there is nothing to tell of
        return redirect(back, 303)
    is_wrong = any(form.errors for form in told.values())
    if is_switching() or is_wrong:
        shown = {rank: told.get(rank) or Filled(form.typed) for rank, form in tried.items()}
        return make_response(call_page(progress, slug, token, tried=shown), 422 if is_wrong else 200)
    own = given()
    with unit(db.session) as work:
        for rank, form in told.items():
            if form.meant:
                note = notes.sealed_note(own.vault, form.meant.note, token)
                report = Report(form.meant.outcome, form.meant.stance, note)
                report_outcome(work.session, progress.call.id, rank, report, changes_now(own.settings, own.clock()))
    return redirect(f"{back}#happened-{next(iter(told))}", 303)


def _tried(rung: Sequence[int]) -> dict[int, Filled[FeedbackForm]]:
    """What was typed of each office, by its rank; where it does not say of which, of the one that was rung last."""
    about = request.form.getlist("office") or [str(rung[-1])] if rung else []
    ranks = [rank for rank in rung if str(rank) in about]
    return {rank: read_form(FeedbackForm, _of_office(rank if len(about) > 1 else None)) for rank in ranks}


def _of_office(rank: int | None) -> Mapping[str, str]:
    """The fields of one office. Where there are several, each has its rank in its name."""
    if rank is None:
        return request.form
    return {name: request.form.get(f"{name}-{rank}", "") for name in FeedbackForm.model_fields}
