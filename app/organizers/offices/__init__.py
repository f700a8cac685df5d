"""The pages of offices: their lines, hours and exceptions, and how many are rung at once."""

from app.organizers.offices import closings_page, hours_page, list_page, pace_page, page  # noqa: F401 - they register their routes
