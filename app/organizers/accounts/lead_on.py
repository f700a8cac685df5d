"""Where signing in leads: to the page of ours that somebody came for, and never elsewhere."""

import re

from flask import Response, after_this_request
from flask_security import current_user

HOME = "/organizers/calls"
OUR_PAGES = re.compile(r"/organizers(?:[/?][\x21-\x5b\x5d-\x7e]*)?")  # printable ASCII without a backslash


def page_of_ours(address: str) -> str:
    """The address, if it is one of our pages for organizers; else nothing."""
    return address if OUR_PAGES.fullmatch(address) else ""


def lead_on(address: str) -> None:
    """Lead whoever has signed in by the end of this request there: whatever else came with it counts for nothing."""

    @after_this_request
    def _lead(response: Response) -> Response:
        if current_user.is_authenticated:
            response.location = page_of_ours(address) or HOME
        return response
