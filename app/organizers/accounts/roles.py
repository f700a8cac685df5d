"""What the role of whoever has signed in lets them do: asked before any page of organizers."""

from http import HTTPStatus
from typing import cast

from flask import abort, current_app, g, render_template, request
from flask.typing import ResponseReturnValue
from flask_security import current_user

from app.guard.who_may import least_role
from app.store.db import db
from app.team.person import Person, person
from models import Organizer, TeamRole

FOR_OTHERS = {
    TeamRole.VIEWER: "This is for people of the team",
    TeamRole.ORGANIZER: "This is for organizers",
    TeamRole.ADMIN: "This is for admins",
}


def signed_in() -> Person:
    """Who asks; they have signed in, since no page of organizers is shown before."""
    if "person" not in g:
        g.person = person(db.session, cast("Organizer", current_user))
    return cast("Person", g.person)


def require_role() -> ResponseReturnValue | None:
    """Refuse whoever's role is less than the route's; a campaign that is not theirs is none that there is."""
    least = least_role(current_app, request.endpoint or "")
    if least is None or not signed_in().may(least):
        return _refusal(FOR_OTHERS[least or TeamRole.ADMIN]), HTTPStatus.FORBIDDEN
    campaign_id = (request.view_args or {}).get("campaign_id")
    if campaign_id is not None and not signed_in().has(campaign_id):
        abort(HTTPStatus.NOT_FOUND)
    return None


def _refusal(title: str) -> str:
    return render_template("organizers/beyond_role.html", title=title, role=signed_in().role)
