"""JSON for programs, under /api/v1: who represents a place, and a description of it all."""

from flask import Flask

from app.guard.route_classes import PROGRAM
from app.guard.routes import classified

api = classified("api", __name__, PROGRAM, url_prefix="/api/v1")


def init_api(app: Flask) -> None:
    """Give the app its addresses for programs."""
    from app.api import openapi, reading, representatives  # noqa: F401 - they register their routes

    app.register_blueprint(api)
