"""The pages of a campaign: its words, whom it calls, when, its look, its number and its state, a rehearsal."""

from app.organizers.campaigns import (  # noqa: F401 - they register their routes
    hotline_page,
    look,
    new,
    rehearsal,
    state,
    whom_to_call_page,
    words,
)
