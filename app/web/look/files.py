"""A campaign's color as a style sheet, and its pictures as files."""

import io

from flask import Response, abort, send_file

from app.campaigns.look.color import Shades, by_day, by_night
from app.campaigns.look.pictures import find_picture
from app.guard.route_classes import RECORDING
from app.guard.routes import of_class
from app.store.db import db
from app.web import web

ROOT = ":root{{--accent:{it.accent};--on-accent:{it.on_accent};--accent-wash:{it.wash}}}"


@web.get("/look/<color:color>.css")
@of_class(RECORDING)
def accent(color: str) -> Response:
    """The color, for day and night."""
    day, night = _root(by_day(f"#{color}")), _root(by_night(f"#{color}"))
    return Response(f"{day}\n@media (prefers-color-scheme:dark){{{night}}}\n", mimetype="text/css")


@web.get("/look/<picture:picture>.png")
@of_class(RECORDING)
def picture_file(picture: str) -> Response:
    """The picture."""
    kept = find_picture(db.session, picture)
    if kept is None:
        abort(404)
    return send_file(io.BytesIO(kept.data), mimetype=kept.media_type, etag=kept.sha256)


def _root(shades: Shades) -> str:
    return ROOT.format(it=shades)
