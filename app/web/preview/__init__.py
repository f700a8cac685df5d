"""Supporters' pages before supporters see them, for organizers alone."""

from app.web.preview import page  # noqa: F401 - it registers its route
