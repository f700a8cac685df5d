"""What organizers do for whoever asks about what is kept of them."""

from app.organizers.privacy import forget_page  # noqa: F401 - it registers its routes
