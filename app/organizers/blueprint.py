"""The blueprint of organizers' pages: all of them are behind the sign-in."""

from app.guard.route_classes import ORGANIZER
from app.guard.routes import classified

organizers = classified("organizers", __name__, ORGANIZER, url_prefix="/organizers")
