"""Once more: the campaign's form, with the number and the town of the call that was not to be."""

from flask import redirect, url_for
from werkzeug.wrappers import Response

from app.calls.begin.typed import Typed
from app.calls.shown.progress import Progress
from app.extensions import given
from app.guard.route_classes import FOLLOWING
from app.guard.routes import of_class
from app.limits.numbers import number_of
from app.serving.page_languages import page_language
from app.web import web
from app.web.asking.call_pages import CallPage, calls_here, read_page_token
from app.web.asking.question import FORM, keep
from app.web.call_page import call_by
from app.web.campaign_page import visited
from models import CallSource


@web.post("/c/<slug:slug>/call/<token>/again")
@of_class(FOLLOWING)
def ask_again(slug: str, token: str) -> Response:
    """Lead to the form. Only the browser that began the call finds its number there."""
    progress = call_by(slug, token)
    fields = _fields(progress, token) if progress.call.id in calls_here() else {}
    key = keep(visited(slug).door.id, Typed(fields, FORM)) if fields else ""
    if not key:
        return redirect(url_for("web.campaign", slug=slug), 303)
    return redirect(url_for("web.asked", slug=slug, key=key, _anchor="call-form"), 303)


def _fields(progress: Progress, token: str) -> dict[str, str]:
    """What they typed then, as far as it is still kept; the tick is the one by which the call was asked for."""
    call, own = progress.call, given()
    phone = number_of(own.vault, call.phone_encrypted)
    if progress.source is not CallSource.WEB or not phone:
        return {}
    patient = {"more_time": "1"} if read_page_token(token)[0] is CallPage.PATIENT else {}
    return {"phone": phone, "town": call.town, "consent": page_language().code, **patient}
