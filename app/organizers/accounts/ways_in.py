"""The blueprint of the ways in that Flask-Security has not: to join by a link, and to look round the demo."""

from flask import current_app

from app.guard.route_classes import SIGN_IN
from app.guard.routes import classified

ways_in = classified("ways_in", __name__, SIGN_IN)


@ways_in.before_request
def _hold_token() -> None:
    """No form counts that another page made."""
    current_app.extensions["csrf"].protect()
