"""What everybody of the team changes about their own account."""

from app.organizers.accounts.own import (  # noqa: F401 - they register their routes
    address_link_page,
    address_page,
    index_page,
    password_page,
)
