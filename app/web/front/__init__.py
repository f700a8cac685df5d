"""The front page of a server."""

from app.web.front import page  # noqa: F401 - it registers its route
