"""The carrier set up in the browser: its account, numbers, what else has to be right, and a call that tries it."""

from app.organizers.carrier import (  # noqa: F401 - they register their routes
    account_page,
    buying_page,
    campaign_number,
    fallback_page,
    numbers_page,
    page,
    test_call_page,
)
