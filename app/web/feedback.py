"""“Tell us what happened when you made the call”."""

from dataclasses import dataclass
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


@dataclass(frozen=True)
class Tried:
    """What was typed about the office of this rank."""

    rank: int
    form: Filled[FeedbackForm]


@web.post("/c/<slug:slug>/call/<token>/feedback")
@of_class(FOLLOWING)
def tell(slug: str, token: str) -> AnyResponse:
    """Keep what they tell of one office; an unknown answer leaves everything as it was and asks again."""
    progress = call_by(slug, token)
    back = url_for("web.call", slug=slug, token=token)
    rung = [office.rank for office in progress.reached]
    about = request.form.get("office", str(rung[-1]) if rung else "")
    rank = next((it for it in rung if str(it) == about), None)
    if rank is None:  # that office was not rung: there is nothing to tell of
        return redirect(back, 303)
    form = read_form(FeedbackForm, request.form)
    if form.meant is None or is_switching():
        return make_response(call_page(progress, slug, token, tried=Tried(rank, form)), 422 if form.errors else 200)
    own = given()
    report = Report(form.meant.outcome, form.meant.stance, notes.sealed_note(own.vault, form.meant.note, token))
    with unit(db.session) as work:
        report_outcome(work.session, progress.call.id, rank, report, changes_now(own.settings, own.clock()))
    return redirect(f"{back}#happened-{rank}", 303)
