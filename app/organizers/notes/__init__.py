"""What supporters wrote of offices: an inbox to work through, and what which office said, to print."""

from app.organizers.notes import (  # noqa: F401 - they register their routes
    list_page,
    marks,
    redact_page,
    said_page,
    tags,
)
