"""What organizers should know at once: alerts on every page and by mail, and whether mail is sent."""

from app.organizers.alerts import choices_page, mail_page, standing  # noqa: F401 - they register their routes
