"""What organizers see once they have signed in: the log, each call's story, what campaigns do and say, the offices."""

from flask import Flask

from app.guard.route_classes import RouteClass, guard
from app.organizers import (  # noqa: F401 - they register their routes
    campaign_pages,
    closings_page,
    hotline_page,
    hours_page,
    language_page,
    languages_page,
    lines_page,
    log_pages,
    office_page,
    offices_page,
    prompt_changes,
    prompt_page,
    prompts_page,
)
from app.organizers.accounts import create_organizer
from app.organizers.blueprint import organizers
from app.organizers.formats import init_formats
from app.organizers.sign_in import init_sign_in, require_sign_in

__all__ = ["create_organizer", "init_organizers"]


def init_organizers(app: Flask) -> None:
    """Give the app its sign-in, and the organizers' pages behind it."""
    init_sign_in(app)
    init_formats(app)
    guard(app, RouteClass.ORGANIZER, require_sign_in)
    app.register_blueprint(organizers)
