"""What everybody of the team changes about their own account."""

from app.organizers.accounts.own import index_page, password_page  # noqa: F401 - they register their routes
