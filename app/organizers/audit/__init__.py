"""The audit log: who did what, from where, and what stood there before and after."""

from app.organizers.audit import page  # noqa: F401 - it registers its routes
