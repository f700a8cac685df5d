"""The second factor: signing in with it, setting it up, and proving it anew before what matters."""

from app.organizers.accounts.second_factor import (  # noqa: F401 - they register their routes
    app_page,
    codes_page,
    confirm_page,
    page,
    passkeys_page,
    reset_page,
)
