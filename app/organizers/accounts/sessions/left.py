"""How long a browser is still signed in, for the script of our pages: to ask does not make it longer."""

from datetime import timedelta
from math import ceil

from flask import Response, jsonify
from flask_wtf.csrf import generate_csrf

from app.extensions import given
from app.guard.route_classes import SIGN_IN
from app.guard.routes import classified
from app.organizers.accounts.sessions.browser import here, key_of_browser
from app.organizers.blueprint import organizers
from app.store.db import db
from app.team.sessions import find_session

left = classified("session_left", __name__, SIGN_IN)
NOTICE_BEFORE = timedelta(minutes=5)


@left.get("/sign-in/left")
def seconds_left() -> Response:
    """The seconds, none for who is signed out, and the token that forms need now."""
    now = given().clock()
    found = find_session(db.session, key_of_browser(), now)
    seconds = ceil((found[1].ends_at - now).total_seconds()) if found else 0
    return jsonify(seconds=seconds, token=generate_csrf())


@organizers.context_processor
def _for_the_script() -> dict[str, object]:
    """What the frame of every page tells the script; asked for by the frame alone, not by a page of failure."""
    return {"signed_in_for": _signed_in_for, "notice_before": NOTICE_BEFORE.seconds}


def _signed_in_for() -> int:
    return int((here().ends_at - given().clock()).total_seconds())
