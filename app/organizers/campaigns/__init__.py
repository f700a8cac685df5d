"""The pages of a campaign: its words, whom it calls, its number and its state, a rehearsal."""

from app.organizers.campaigns import (  # noqa: F401 - they register their routes
    held_back_page,
    hotline_page,
    rehearsal,
    whom_to_call_page,
    words,
)
