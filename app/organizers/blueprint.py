"""The blueprint of organizers' pages: all of them are behind the sign-in."""

from app.guard.route_classes import RouteClass, classified

organizers = classified("organizers", __name__, RouteClass.ORGANIZER, url_prefix="/organizers")
