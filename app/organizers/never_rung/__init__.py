"""Numbers that are never rung as a supporter's: the team's own, and those that come with the program."""

from app.organizers.never_rung import page  # noqa: F401 - it registers its routes
