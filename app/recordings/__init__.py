"""Serves recordings, organizers' and built-in ones: to the carrier, and to whoever listens to them on a page."""

from flask import Flask
from werkzeug.routing import BaseConverter

from app.guard.route_classes import RECORDING
from app.guard.routes import classified


class RecordingConverter(BaseConverter):
    """A recording's name in an address: nothing else reaches the database."""

    regex = "[A-Za-z0-9_-]{22,40}"


class PieceConverter(BaseConverter):
    """A built-in recording's name: no path leads elsewhere."""

    regex = "[0-9a-f]{16}"


recordings = classified("recordings", __name__, RECORDING, url_prefix="/recordings")


def init_recordings(app: Flask) -> None:
    """Give the app the addresses of recordings."""
    from app.recordings import built_in, sound_file  # noqa: F401 - they register their routes

    app.url_map.converters["recording"] = RecordingConverter
    app.url_map.converters["piece"] = PieceConverter
    app.register_blueprint(recordings)
