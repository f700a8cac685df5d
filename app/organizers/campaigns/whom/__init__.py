"""Whom a campaign calls: by which rule, those of its list in their order, and how people stand to what it asks."""

from app.organizers.campaigns.whom import page, pasted_page, people_page  # noqa: F401 - they register their routes
