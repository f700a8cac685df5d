"""What a campaign costs, and may cost."""

from app.organizers.campaigns.money import page  # noqa: F401 - it registers its routes
