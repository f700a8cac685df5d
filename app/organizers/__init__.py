"""What organizers see once they have signed in: the log, each call's story, what campaigns do and say, the offices."""

from flask import Flask

from app.guard.route_classes import Guard
from app.guard.routes import guard
from app.organizers import (  # noqa: F401 - they register their routes
    alerts,
    audit,
    blocked,
    campaigns,
    carrier,
    dashboard,
    editions,
    languages,
    legal_holds,
    log,
    never_rung,
    notes,
    offices,
    privacy,
    prompts,
    public_numbers,
    safety,
    team,
    too_large,
)
from app.organizers.accounts import forgotten, own, second_factor, sessions  # noqa: F401 - these too
from app.organizers.accounts.sign_in import init_sign_in, require_team
from app.organizers.blueprint import organizers
from app.organizers.campaigns.menu import init_menu
from app.organizers.campaigns.unpublished import init_unpublished
from app.organizers.formats import init_formats


def init_organizers(app: Flask) -> None:
    """Give the app its sign-in, and the organizers' pages behind it."""
    init_sign_in(app)
    init_formats(app)
    init_unpublished(app)
    init_menu(app)
    guard(app, Guard.SIGN_IN, require_team)
    app.register_blueprint(organizers)
