"""Static files under names that change with their content, so that browsers may keep them for a year."""

import hashlib
from functools import cache
from pathlib import Path

from flask import Flask, url_for

from app.guard.route_classes import STATIC
from app.guard.routes import classify

FOLDER = Path(__file__).parents[1] / "static"


@cache
def version_of(name: str) -> str:
    """The first digits of the file's hash."""
    return hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()[:12]


def init_assets(app: Flask) -> None:
    """Give templates `asset(name)`, the URL of a static file."""
    classify(app, "static", STATIC)

    @app.template_global()
    def asset(name: str) -> str:
        return url_for("static", filename=name, v=version_of(name))
