"""From a call of ours that did not come about to the office's own page: with the same offices, nothing typed anew."""

from werkzeug.wrappers import Response

from app.calls.own_phone.show import whence
from app.calls.plan import plan_of
from app.guard.route_classes import FOLLOWING
from app.guard.routes import of_class
from app.store.db import db
from app.web import web
from app.web.call_page import call_by
from app.web.campaign_page import visited
from app.web.dial_in import waiting_by
from app.web.filled_in.first_name import first_name
from app.web.own_phone.leading import lead_to, page_for


@web.post("/c/<slug:slug>/call/<token>/own")
@of_class(FOLLOWING)
def own_phone_instead(slug: str, token: str) -> Response:
    """Show the number of the office that the call had come to, and of those after it."""
    call = call_by(slug, token).call
    offices = plan_of(db.session, call.id, call.at)
    room, came_from = whence(db.session, call.id)
    page = page_for(visited(slug).door, slug, offices, call.town, phone_bank_id=room, came_from=came_from)
    return lead_to(page, first_name())


@web.post("/c/<slug:slug>/dial/<token>/own")
@of_class(FOLLOWING)
def own_phone_after_code(slug: str, token: str) -> Response:
    """Show the offices that the code stands for, to whoever rather wrote to them."""
    page = waiting_by(slug, token)
    shown = page_for(visited(slug).door, slug, page.offices, page.town, phone_bank_id=page.phone_bank_id)
    return lead_to(shown, first_name())
