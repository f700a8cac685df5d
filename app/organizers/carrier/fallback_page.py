"""A document elsewhere that answers callers when this server does not: its text to paste, its address tried."""

from http import HTTPStatus
from urllib.parse import urlsplit

from flask import render_template, request
from werkzeug.wrappers import Response

from app.carrier_setup.fallback import fallback_url, keep_fallback
from app.config import THIS_COMPUTER
from app.extensions import given, settings
from app.guard.who_may import least
from app.organizers.audited import Told, noted
from app.organizers.blueprint import organizers
from app.organizers.carrier.page import CARRIER
from app.store.db import db
from app.store.unit import unit
from app.telephony.fallback_document import TEXT, NotTheDocument, check_document
from models import AuditAct, TeamRole

FALLBACK = "/carrier/fallback"
LONGEST = 300
SUBJECT = "the document for when we do not answer"
TOO_LONG = "That address is too long."


@organizers.get(FALLBACK)
@least(TeamRole.ADMIN)
def carrier_fallback() -> str:
    """The text, and the address that is kept."""
    return _page(fallback_url(db.session), "")


@organizers.post(FALLBACK)
@least(TeamRole.ADMIN)
def change_carrier_fallback() -> Response | tuple[str, int]:
    """Try the address, and keep it; none is kept where nothing was typed."""
    url = request.form.get("url", "").strip()
    why_not = _why_not(url)
    if why_not:
        return _page(url, why_not), HTTPStatus.UNPROCESSABLE_ENTITY
    told = Told(
        AuditAct.SETTING_CHANGED,
        "the document for when we do not answer",
        lambda: {"address": fallback_url(db.session)},
    )
    with unit(db.session) as work:
        is_changed = noted(work.session, told, lambda: keep_fallback(work.session, url))
    given().account.changed()
    return CARRIER.tells(("fallback" if url else "no-fallback") if is_changed else "same")


def _why_not(url: str) -> str:
    if not url:
        return ""
    if len(url) > LONGEST:
        return TOO_LONG
    db.session.rollback()
    carrier_is_here = urlsplit(settings().twilio_api_base_url).hostname in THIS_COMPUTER
    try:
        check_document(url, on_this_computer=carrier_is_here)
    except NotTheDocument as why_not:
        return str(why_not)
    return ""


def _page(url: str, why_not: str) -> str:
    errors = {"url": (why_not,)} if why_not else {}
    return render_template("organizers/carrier/fallback.html", url=url[:LONGEST], errors=errors, text=TEXT)
