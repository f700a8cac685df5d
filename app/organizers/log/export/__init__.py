"""The log as a file: the very calls that somebody asked for, however many, without a number."""

from app.organizers.log.export import download, page  # noqa: F401 - they register their routes
