"""The pages of a campaign: its words and script, whom it calls, when, its look, number and state, a rehearsal."""

from app.organizers.campaigns import (  # noqa: F401 - they register their routes
    held_back_page,
    hotline_page,
    list_page,
    look,
    new,
    rehearsal,
    script,
    state,
    whom,
    words,
)
