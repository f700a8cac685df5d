"""What came of it: live, as numbers, on a map and for a projector, of one campaign or of all."""

from app.organizers.dashboard import (  # noqa: F401 - they register their routes
    end_page,
    map_page,
    page,
    share_page,
    wall_page,
)
