"""“What happened?”: told of one office, in one tap, once, and changeable for a day."""

from flask import make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.calls.begin.typed import Typed
from app.calls.life.notes import sealed_note
from app.calls.life.reports import Report
from app.calls.own_phone.report import Reporter, report_own_phone
from app.extensions import given
from app.guard.route_classes import FOLLOWING
from app.guard.routes import of_class
from app.limits.feedback import changes_now
from app.serving.forms import Filled, read_form
from app.serving.page_languages import is_switching, page_language
from app.store.db import db
from app.store.unit import unit
from app.web import web
from app.web.asking.question import keep
from app.web.own_phone.form import ToldForm
from app.web.own_phone.page import OF_PAGE, WRONG, page_by, shown_page
from app.web.own_phone.view import OwnPhonePage


@web.post("/c/<slug:slug>/own/<token>")
@of_class(FOLLOWING)
def tell_own_phone(slug: str, token: str) -> ResponseReturnValue:
    """Keep it; of an office that was not shown, or too late, nothing is kept, and the page says so.

    Whoever called before the campaign took a break, or ended, may still say so.
    """
    own, page = given(), page_by(slug, token)
    form, at = read_form(ToldForm, request.form, shown=page.shown), request.form.get("at", "")
    if not page.shown.takes_reports(own.clock()):
        return redirect(url_for("web.own_phone", slug=slug, token=token, at=at, _anchor="told"), 303)
    if form.meant is None or is_switching():
        return _asks_again(page, slug, token, at, form)
    note = sealed_note(own.vault, form.meant.note, page.shown.nonce)
    report = Report(form.meant.outcome, form.meant.stance, note)
    with unit(db.session) as work:
        reporter = Reporter(page_language().voice, changes_now(own.settings, own.clock()), own.rehearsal)
        report_own_phone(work.session, page.shown, form.meant.line, report, reporter)
    told = page.shown.offices[form.meant.line].nth
    return redirect(url_for("web.own_phone", slug=slug, token=token, at=told, _anchor="told"), 303)


def _asks_again(page: OwnPhonePage, slug: str, token: str, at: str, form: Filled[ToldForm]) -> ResponseReturnValue:
    """Lead to the page with what was typed; where that cannot be kept, it is the answer itself."""
    status = WRONG if form.errors and not is_switching() else 200
    typed = Typed({**form.typed, OF_PAGE: page.shown.nonce}, status=status)
    key = keep(page.shown.campaign_id, typed)
    if not key:
        return make_response(shown_page(page, token, at, form), status)
    language = page_language().code if is_switching() else None
    there = url_for("web.own_phone", slug=slug, token=token, at=at, asked=key, language=language, _anchor="told")
    return redirect(there, 303)
