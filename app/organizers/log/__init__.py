"""The call log: its filters, its pages, and the story of one call."""

from app.organizers.log import correct_page, export, number_page, pages  # noqa: F401 - they register their routes
