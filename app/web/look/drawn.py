"""The picture of a campaign that has none, drawn from what it says: for those who show a link to it."""

import io

from flask import Response, abort, send_file

from app.campaigns.look.drawn import drawn
from app.guard.route_classes import RECORDING
from app.guard.routes import of_class
from app.language.languages import BY_CODE
from app.web import web
from app.web.campaign_page import visited


@web.get("/look/<slug:slug>/<language>/<drawing>.png")
@of_class(RECORDING)
def drawn_picture(slug: str, language: str, drawing: str) -> Response:
    """The picture, as long as the campaign says what it is drawn from: nobody else chooses what we draw."""
    picture = visited(slug).words.drawn_picture(language) if language in BY_CODE else None
    if picture is None or picture.name != drawing:
        abort(404)
    return send_file(io.BytesIO(drawn(picture)), mimetype="image/png", etag=picture.name)
