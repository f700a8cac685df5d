"""The pages of a campaign: its words and its script, whom it calls, its number and its state, a rehearsal."""

from app.organizers.campaigns import (  # noqa: F401 - they register their routes
    hotline_page,
    list_page,
    rehearsal,
    script,
    whom,
    words,
)
