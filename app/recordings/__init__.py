"""Serves what organizers recorded: to the carrier, and to whoever listens to it on a page."""

from flask import Flask
from werkzeug.routing import BaseConverter

from app.guard.route_classes import RECORDING
from app.guard.routes import classified


class RecordingConverter(BaseConverter):
    """A recording's name in an address: nothing else reaches the database."""

    regex = "[A-Za-z0-9_-]{22,40}"


recordings = classified("recordings", __name__, RECORDING, url_prefix="/recordings")


def init_recordings(app: Flask) -> None:
    """Give the app the addresses of recordings."""
    from app.recordings import sound_file  # noqa: F401 - it registers its route

    app.url_map.converters["recording"] = RecordingConverter
    app.register_blueprint(recordings)
