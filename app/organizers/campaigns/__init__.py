"""The pages of a campaign: whom it calls, its number and its state, a rehearsal."""

from app.organizers.campaigns import hotline_page, rehearsal, whom_to_call_page  # noqa: F401 - they register their routes
