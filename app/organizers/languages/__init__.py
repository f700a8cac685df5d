"""The pages on which a campaign's texts are translated."""

from app.organizers.languages import list_page, offered_page, page  # noqa: F401 - they register their routes
