"""How a campaign's page looks: its color and its pictures, each under an address that never changes what it shows."""

from flask import Flask
from werkzeug.routing import BaseConverter


class ColorConverter(BaseConverter):
    """Six hexadecimal digits."""

    regex = "[0-9a-f]{6}"


class PictureConverter(BaseConverter):
    """A picture's name: nothing else reaches the database."""

    regex = "[A-Za-z0-9_-]{22,40}"


def init_look(app: Flask) -> None:
    """Give the app these addresses."""
    app.url_map.converters["color"] = ColorConverter
    app.url_map.converters["picture"] = PictureConverter
    from app.web.look import drawn, files  # noqa: F401 - they register their routes
