"""The pages of offices: their lines, e-mail addresses, hours and exceptions, and how many are rung at once."""

from app.organizers.offices import (  # noqa: F401 - they register their routes
    closings_page,
    complaints,
    hours_page,
    importing,
    list_page,
    making,
    new_lines,
    pace_page,
    page,
)
