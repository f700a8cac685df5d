"""Where somebody is signed in, for how long, and what becomes of what they typed when it ended meanwhile."""

from app.organizers.accounts.sessions import list_page  # noqa: F401 - it registers its routes
