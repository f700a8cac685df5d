"""For whom forgot their password: a link by mail, or from an admin, and the page that it leads to."""

from app.organizers.accounts.forgotten import (  # noqa: F401 - they register their routes
    ask_page,
    for_another_page,
    link_page,
)
