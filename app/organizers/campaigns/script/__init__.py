"""What supporters say to the office: to whoever picks up, to its machine, and to those who are with us already."""

from app.organizers.campaigns.script import page  # noqa: F401 - it registers its routes
