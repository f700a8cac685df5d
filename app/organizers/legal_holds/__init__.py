"""Legal holds: which campaigns' calls are kept since a court asks for them, begun, prolonged and ended by an admin."""

from app.organizers.legal_holds import end_page, list_page, one_page, standing  # noqa: F401 - they register their routes
