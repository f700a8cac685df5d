"""What stands before a campaign's page: a server's front page, and the card of the number that will ring."""

from app.web.front import contact_card, page  # noqa: F401 - they register their routes
