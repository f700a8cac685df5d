"""Numbers that one organizer alone gave to an office: noted, shown, confirmed by somebody else or by a call."""

from app.organizers.offices.new_lines import list_page, test_call  # noqa: F401 - they register their routes
