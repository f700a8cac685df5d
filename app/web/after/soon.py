"""“Call me again in ten minutes”: what the phone offers after an office that was not reached, the page offers too."""

from flask import redirect, url_for
from werkzeug.wrappers import Response

from app.calls.later.book import SOON, Wish, book
from app.extensions import given
from app.guard.route_classes import FOLLOWING
from app.guard.routes import of_class
from app.store.db import db
from app.store.unit import unit
from app.web import web
from app.web.asking.call_pages import address_of
from app.web.call_page import call_by

BY_PAGE = "page"


@web.post("/c/<slug:slug>/call/<token>/soon")
@of_class(FOLLOWING)
def ring_again_soon(slug: str, token: str) -> Response:
    """Agree on it, and lead to the page of that call; where that cannot be, this page says so."""
    progress, own = call_by(slug, token), given()
    if not progress.may_ring_soon:
        return redirect(url_for("web.call", slug=slug, token=token), 303)
    wish = Wish(
        (own.clock() + SOON).replace(second=0, microsecond=0),
        own.clock(),
        BY_PAGE,
        keeps_hours=not own.settings.always_open,
        strangers_percent=own.settings.strangers_percent,
        in_vain=own.settings.calls_in_vain,
    )
    with unit(db.session) as work:
        made = book(work.session, own.vault, progress.call.id, progress.call.at, wish)
    if made is None:
        return redirect(url_for("web.call", slug=slug, token=token, soon="no", _anchor="your-call"), 303)
    return redirect(address_of(slug, made.call_id), 303)
