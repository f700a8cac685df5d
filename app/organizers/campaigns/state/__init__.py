"""How a campaign stands, on pages: its checklist and its state, and from when to when it rings anybody."""

from app.organizers.campaigns.state import checklist_page, number_page, page, when_page  # noqa: F401 - they register their routes
