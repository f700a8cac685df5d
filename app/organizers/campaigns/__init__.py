"""The pages of a campaign: its words and script, whom it calls, when, look, number, state, rooms, a rehearsal."""

from app.organizers.campaigns import (  # noqa: F401 - they register their routes
    action,
    held_back_page,
    hotline_page,
    list_page,
    look,
    money,
    new,
    phone_banks,
    rehearsal,
    script,
    state,
    whom,
    words,
)
