"""What the page of a call offers once that is over, or agreed on: once more, in ten minutes, a calendar file."""

from app.web.after import again, calendar, soon, spam  # noqa: F401 - they register their routes
