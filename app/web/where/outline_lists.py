"""The outlines of a town's districts, with which a phone finds where it is, and those of the state for its map."""

from flask import Response, abort, url_for

from app.guard.route_classes import LISTS
from app.guard.routes import of_class
from app.representatives import Resolution, ResolutionKind, outline_list, outline_list_of, state_map
from app.web import web
from models import Chamber


@web.get("/outlines/<outlined>")
@of_class(LISTS)
def district_outlines(outlined: str) -> Response:
    """The outlines of one town's districts. Its address names no town: it is made from what is in it."""
    told = outline_list(outlined)
    if told is None:
        abort(404)
    return Response(told, mimetype="application/json")


@web.get("/outlines/state-<digest>.svg")
@of_class(LISTS)
def state_outlines(digest: str) -> Response:
    """Every town and House district, once, for a page that draws the map of the state."""
    if digest != state_map().digest:
        abort(404)
    return Response(state_map().drawing(), mimetype="image/svg+xml")


def outline_lists(place: Resolution) -> list[str]:
    """The addresses of the lists for a place whose House districts are asked about; of the Senate none are known."""
    if place.kind is not ResolutionKind.CHOOSE or place.chamber is not Chamber.HOUSE:
        return []
    return [url_for("web.district_outlines", outlined=name) for name in outline_list_of(place.towns)]
