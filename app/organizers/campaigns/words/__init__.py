"""What a campaign says of itself in English, on its page and on the phone, beside the script."""

from app.organizers.campaigns.words import page  # noqa: F401 - it registers its routes
