"""“My phone called it spam”: an answer that organizers see, of whoever was rung and heard nothing."""

from flask import redirect, url_for
from werkzeug.wrappers import Response

from app.calls.shown.veil import is_silent
from app.extensions import given
from app.guard.route_classes import FOLLOWING
from app.guard.routes import of_class
from app.limits.never_rung.not_rung import count_not_rung
from app.limits.rate import Limit, admit
from app.store.db import db
from app.store.unit import unit
from app.web import web
from app.web.call_page import call_by
from models import Limited

SHOWN_AS_SPAM = "shown-as-spam"
ONCE = Limit(Limited.SPAM, at_most=1)


@web.post("/c/<slug:slug>/call/<token>/spam")
@of_class(FOLLOWING)
def called_spam(slug: str, token: str) -> Response:
    """Count it, once a call."""
    progress, own = call_by(slug, token), given()
    if is_silent(progress):
        now = own.clock()
        with unit(db.session) as work:
            if admit(work.session, own.vault, ONCE, str(progress.call.id), now=now):
                count_not_rung(work.session, progress.call.campaign_id, SHOWN_AS_SPAM, now)
    return redirect(url_for("web.call", slug=slug, token=token, spam="told", _anchor="silent"), 303)
