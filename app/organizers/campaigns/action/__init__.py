"""Days of action: set, looked at while they run, changed, canceled and taken back."""

from app.organizers.campaigns.action import list_page, page  # noqa: F401 - they register their routes
