"""“Tell us what happened when you made the call”."""

from collections.abc import Mapping
from typing import Annotated

from flask import make_response, redirect, request, url_for
from pydantic import PlainValidator
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as AnyResponse

from app.calls.begin.typed import Typed
from app.calls.life import notes
from app.calls.life.reports import Report
from app.calls.run.feedback import report_outcome
from app.calls.shown.progress import Progress
from app.extensions import given
from app.guard.route_classes import FOLLOWING
from app.guard.routes import of_class
from app.language.sentences import sentence
from app.limits.feedback import changes_now
from app.serving.forms import Filled, Form, Text, read_form
from app.serving.page_languages import is_switching, page_language
from app.store.db import db
from app.store.unit import unit
from app.web import web
from app.web.asking.question import keep, kept_under
from app.web.call_page import call_by, call_page
from models import ReportedOutcome, Stance

LONGEST_NOTE = 500
OF_CALL, OFFICES = "of-call", "offices"  # beside what was typed
WRONG = 422
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


@web.get("/c/<slug:slug>/call/<token>")
@of_class(FOLLOWING)
def call(slug: str, token: str) -> str:
    """The call's page: safe to reload, and without any number in its address; with what was typed and not taken yet."""
    progress = call_by(slug, token)
    return call_page(progress, slug, token, tried=_typed_before(progress))


@web.post("/c/<slug:slug>/call/<token>/feedback")
@of_class(FOLLOWING)
def tell(slug: str, token: str) -> AnyResponse:
    """Keep what they tell of each office; an unknown answer leaves everything as it was and asks again."""
    progress, sent = call_by(slug, token), request.form
    back = url_for("web.call", slug=slug, token=token)
    tried = _tried(progress, sent)
    told = _told(tried)
    if not told:  # those offices were not rung: there is nothing to tell of
        return redirect(back, 303)
    is_wrong = any(form.errors for form in told.values())
    if is_switching() or is_wrong:
        return _asks_again(progress, slug, token, Typed(_fields(sent, progress), status=WRONG if is_wrong else 200))
    own = given()
    with unit(db.session) as work:
        for rank, form in told.items():
            if form.meant:
                note = notes.sealed_note(own.vault, form.meant.note, token)
                report = Report(form.meant.outcome, form.meant.stance, note)
                report_outcome(work.session, progress.call.id, rank, report, changes_now(own.settings, own.clock()))
    return redirect(f"{back}#happened-{next(iter(told))}", 303)


Tried = Mapping[int, Filled[FeedbackForm]]


def _asks_again(progress: Progress, slug: str, token: str, typed: Typed) -> AnyResponse:
    """Lead to the page with what was typed; where that cannot be kept, it is the answer itself."""
    key = keep(progress.call.campaign_id, typed)
    if not key:
        return make_response(call_page(progress, slug, token, tried=_shown(progress, typed)), typed.status)
    language = page_language().code if is_switching() else None
    there = url_for("web.call", slug=slug, token=token, asked=key, language=language, _anchor="feedback")
    return redirect(there, 303)


def _typed_before(progress: Progress) -> Tried | None:
    before = kept_under(progress.call.campaign_id, request.args.get("asked", ""))
    is_theirs = before is not None and before.fields.get(OF_CALL) == str(progress.call.id)
    return _shown(progress, before) if before and is_theirs else None


def _shown(progress: Progress, typed: Typed) -> Tried:
    """What was typed of every office; what is wrong is said of those of which something was, and not of a language."""
    tried = _tried(progress, MultiDict([*typed.fields.items(), *_offices(typed)]))
    told = _told(tried) if typed.status == WRONG else {}
    return {rank: told.get(rank) or Filled(form.typed) for rank, form in tried.items()}


def _fields(sent: MultiDict[str, str], progress: Progress) -> dict[str, str]:
    named = {name: value for name, value in sent.items() if name.partition("-")[0] in FeedbackForm.model_fields}
    return {**named, OF_CALL: str(progress.call.id), OFFICES: " ".join(sent.getlist("office"))}


def _offices(typed: Typed) -> list[tuple[str, str]]:
    return [("office", rank) for rank in typed.fields.get(OFFICES, "").split()]


def _told(tried: Tried) -> Tried:
    """Those of which something was said, else the first."""
    return {rank: form for rank, form in tried.items() if any(form.typed.values())} or dict([*tried.items()][:1])


def _tried(progress: Progress, sent: MultiDict[str, str]) -> Tried:
    """What was typed of each office, by its rank; where it does not say of which, of the one that was rung last."""
    rung = [office.rank for office in progress.reached]
    about = sent.getlist("office") or [str(rung[-1])] if rung else []
    ranks = [rank for rank in rung if str(rank) in about]
    return {rank: read_form(FeedbackForm, _of_office(sent, rank if len(about) > 1 else None)) for rank in ranks}


def _of_office(sent: MultiDict[str, str], rank: int | None) -> Mapping[str, str]:
    """The fields of one office. Where there are several, each has its rank in its name."""
    if rank is None:
        return sent
    return {name: sent.get(f"{name}-{rank}", "") for name in FeedbackForm.model_fields}
