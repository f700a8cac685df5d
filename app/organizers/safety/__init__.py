"""What is paused because something is odd, safe mode, and what all campaigns together may cost."""

from app.organizers.safety import budget_page, page  # noqa: F401 - they register their routes
