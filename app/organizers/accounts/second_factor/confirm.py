"""The page that asks somebody who has signed in to prove it anew, and what they were about to do."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import cast

from flask import Response, make_response, render_template
from flask_security import current_user

from app.extensions import given
from app.guard.tokens import BadTokenError
from app.organizers.accounts.lead_on import page_of_ours
from app.organizers.accounts.second_step.passkey_asked import asked
from app.team.second_factor.theirs import has_app, has_one
from models import Organizer

PURPOSE = "carried"
AN_HOUR = 3600  # seconds


@dataclass(frozen=True)
class Carried:
    """A form that waits to be sent on: where to, and what was typed."""

    path: str
    fields: Mapping[str, str]


def carry(path: str, sent: Mapping[str, str]) -> str:
    """The form, signed, to come back with the page that asks."""
    fields = {name: value for name, value in sent.items() if name != "csrf_token"}
    return given().tokens.sign_for_a_while(PURPOSE, [path, fields])


def carried_in(token: str) -> Carried | None:
    """The form again; None where nothing was carried."""
    try:
        path, fields = given().tokens.read_young(PURPOSE, token, max_age=AN_HOUR)
    except BadTokenError:
        return None
    return Carried(path, fields)


def ask_to_confirm(leads_to: str = "", carries: str = "", refusal: str = "", *, status: HTTPStatus) -> Response:
    """The page, with every way that they have; the password where they have no second factor."""
    organizer = cast("Organizer", current_user)
    page = render_template(
        "organizers/second_factor/confirm.html",
        next=page_of_ours(leads_to),
        carries=carries,
        refusal=refusal,
        by_app=has_app(organizer),
        by_password=not has_one(organizer),
        asked=asked(organizer),
    )
    return make_response(page, status)
