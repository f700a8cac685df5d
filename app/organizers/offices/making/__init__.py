"""The pages on which offices that are no legislator's are made, changed, removed and put back."""

from app.organizers.offices.making import change_page, list_page, new_page  # noqa: F401 - they register their routes
