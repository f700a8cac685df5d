"""Finds the call that an address names, for whoever may see it; and what its page tells after a redirect."""

from http import HTTPStatus

from flask import abort

from app.calls.shown.log.page import log_row
from app.calls.shown.log.row import LogRow
from app.organizers.accounts.roles import signed_in
from app.organizers.notices import Notice, Page
from app.store.db import db

LARGEST_ID = 2**63 - 1
CALL = Page(
    "organizers.call",
    {
        "ended": Notice("The call is ended. Its supporter reads that the campaign ended it."),
        "over": Notice("Nothing was done: the call was over already."),
        "untold": Notice(
            "The carrier could not be told, so whoever is on the phone goes on. Try once more.", is_bad=True
        ),
        "corrected": Notice("The outcome is corrected, and counted so. Why, stands in the story below."),
        "same": Notice("Nothing was changed: that is what it says already."),
        "taken-back": Notice("The correction is taken back. What was said before counts again."),
        "faster": Notice(
            "Somebody changed it since you opened this page, so nothing was done. Look again.", is_bad=True
        ),
        "goes-on": Notice("This call is under way. Its outcome can be corrected once it is over.", is_bad=True),
    },
)


def found_call(call_id: int) -> LogRow:
    """The call, or the page that says that there is none."""
    row = log_row(db.session, call_id) if call_id <= LARGEST_ID else None
    if row is None or not signed_in().has(row.campaign_id):
        abort(HTTPStatus.NOT_FOUND)
    return row
