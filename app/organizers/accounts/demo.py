"""In the demo one click signs in: there is nothing to be guarded, and somebody to be won."""

from http import HTTPStatus

from flask import abort, redirect, request
from flask_security import login_user
from sqlalchemy import select
from werkzeug.wrappers import Response

from app.extensions import given
from app.organizers.accounts.lead_on import HOME
from app.organizers.accounts.sign_in_form import SignIn
from app.organizers.accounts.ways_in import ways_in
from app.serving.forms import read_sound_form
from app.store.db import db
from app.team.people.demo_admin import DEMO_ADMIN
from models import Organizer


def who_is_offered() -> dict[str, str]:
    """For the sign-in page: whom a click signs in, if this is the demo."""
    return {"demo_admin": DEMO_ADMIN if given().demo else ""}


@ways_in.post("/sign-in/demo")
def sign_in_to_demo() -> Response:
    """Sign the demo's admin in; anywhere but in the demo there is no such page."""
    admin = db.session.scalar(select(Organizer).where(Organizer.email == who_is_offered()["demo_admin"]))
    if admin is None:
        abort(HTTPStatus.NOT_FOUND)
    login_user(admin, authn_via=["password"])
    return redirect(read_sound_form(SignIn, request.form).next or HOME, HTTPStatus.SEE_OTHER)
