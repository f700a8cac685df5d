"""A campaign is rehearsed on a page: set up, stepped with both handsets in hand, or watched."""

from app.organizers.campaigns.rehearsal import page  # noqa: F401 - it registers its routes
