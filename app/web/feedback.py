"""“Tell us what happened when you made the call”."""

from typing import TypeVar

from flask import redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from app.calls.life.reports import Report
from app.calls.run.feedback import report_outcome
from app.language.text import clean_text
from app.store.db import db
from app.store.unit import unit
from app.web import web
from app.web.call_page import call_by
from models import ReportedOutcome, Stance

LONGEST_NOTE = 500
Kind = TypeVar("Kind", ReportedOutcome, Stance)


@web.post("/c/<slug:slug>/call/<token>/feedback")
def tell(slug: str, token: str) -> AnyResponse:
    """Keep what they tell of one office; an unknown answer leaves everything as it was and asks again."""
    progress = call_by(slug, token)
    back = url_for("web.call", slug=slug, token=token)
    rung = [office.rank for office in progress.reached]
    about = request.form.get("office", str(rung[-1]) if rung else "")
    rank = next((it for it in rung if str(it) == about), None)
    if rank is None:  # that office was not rung: there is nothing to tell of
        return redirect(back, 303)
    outcome = _member(ReportedOutcome, request.form.get("outcome", ""))
    if outcome is None:
        return redirect(f"{back}?missing={rank}#happened-{rank}", 303)
    note = clean_text(request.form.get("note", ""), limit=LONGEST_NOTE, lines=True)
    report = Report(outcome, _member(Stance, request.form.get("stance", "")), note)
    with unit(db.session) as work:
        report_outcome(work.session, progress.call.id, rank, report)
    return redirect(f"{back}#happened-{rank}", 303)


def _member(kind: type[Kind], value: str) -> Kind | None:
    return next((member for member in kind if member == value), None)
