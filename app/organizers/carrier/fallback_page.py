"""A document elsewhere that answers callers when this server does not: its text to paste, its address tried."""

from http import HTTPStatus

from flask import render_template, request
from werkzeug.wrappers import Response

from app.carrier_setup.fallback import DOCUMENT, LONGEST, fallback_url, keep_fallback, why_not_kept
from app.extensions import given, settings
from app.guard.who_may import least
from app.organizers.audited import Told, noted
from app.organizers.blueprint import organizers
from app.organizers.carrier.page import CARRIER
from app.store.db import db
from app.store.unit import unit
from app.telephony.fallback_document import TEXT
from models import AuditAct, TeamRole

FALLBACK = "/carrier/fallback"


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
    db.session.rollback()  # whoever is asked may take its time
    why_not = why_not_kept(url, settings())
    if why_not:
        return _page(url, why_not), HTTPStatus.UNPROCESSABLE_ENTITY
    told = Told(AuditAct.SETTING_CHANGED, DOCUMENT, lambda: {"address": fallback_url(db.session)})
    with unit(db.session) as work:
        is_changed = noted(work.session, told, lambda: keep_fallback(work.session, url))
    given().account.changed()
    return CARRIER.tells(("fallback" if url else "no-fallback") if is_changed else "same")


def _page(url: str, why_not: str) -> str:
    errors = {"url": (why_not,)} if why_not else {}
    return render_template("organizers/carrier/fallback.html", url=url[:LONGEST], errors=errors, text=TEXT)
