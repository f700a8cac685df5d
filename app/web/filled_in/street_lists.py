"""The names of a town's streets, which the page fetches once to complete what is typed."""

from flask import Response, abort, url_for

from app.guard.route_classes import LISTS
from app.guard.routes import of_class
from app.representatives import Resolution, street_list, street_list_of
from app.web import web


@web.get("/streets/<listed>")
@of_class(LISTS)
def street_names(listed: str) -> Response:
    """A list of streets, a line each. Its address names no town: it is made from what is in it."""
    names = street_list(listed)
    if names is None:
        abort(404)
    return Response(names, mimetype="text/plain")


def street_lists(place: Resolution) -> list[str]:
    """The addresses of the lists for a place: one for each of its towns that is split."""
    return [url_for("web.street_names", listed=name) for name in street_list_of(place.towns)]
