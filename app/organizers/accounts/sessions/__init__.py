"""Where somebody is signed in, for how long, and what becomes of what they typed when it ended meanwhile."""

from app.organizers.accounts.sessions import left, list_page, unsent_page  # noqa: F401 - they register their routes
