"""Blocked numbers: when and how they came to be, one that is looked up by typing it, blocked, or given back."""

from app.organizers.blocked import (  # noqa: F401 - they register their routes
    give_back_page,
    list_page,
    one_page,
)
