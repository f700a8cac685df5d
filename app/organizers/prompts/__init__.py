"""The pages of prompts: what the phone says, in the built-in words or the campaign's own."""

from app.organizers.prompts import changes, list_page, page  # noqa: F401 - they register their routes
