"""What comes after a call, or is agreed on: once more, in ten minutes, a calendar file; and what came of a campaign."""

from app.web.after import again, calendar, results, soon, spam  # noqa: F401 - they register their routes
