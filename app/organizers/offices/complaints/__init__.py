"""Offices that complained about our calls."""

from app.organizers.offices.complaints import page  # noqa: F401 - it registers its route
