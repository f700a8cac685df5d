"""How a campaign looks, on pages: its color, its pictures, and what others show with a link to it."""

from app.organizers.campaigns.look import drawn_page, page, pictures  # noqa: F401 - they register their routes
