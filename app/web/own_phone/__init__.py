"""The page of those who call on their own phone, or write: the office, the script, and what happened."""

from app.web.own_phone import instead, page, telling  # noqa: F401 - they register their routes
