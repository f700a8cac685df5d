"""Legs that are of no call of ours: what the carrier wrote down of them is deleted there all the same."""

from datetime import timedelta

from app.calls.erasing.records import erase_apart
from app.extensions import given
from app.store.db import db
from app.store.unit import unit

ONCE_OVER = timedelta(minutes=5)  # a record is complete by then; else it is asked again
ONCE_PAID = timedelta(days=1)  # what a test call cost is asked until then


def erase_later(*sids: str, after: timedelta) -> None:
    """Let the carrier forget these legs so long after now, where it is to forget any."""
    own = given()
    settings = own.account.settings()
    if settings.has_carrier and settings.carrier_forgets:
        with unit(db.session) as work:
            erase_apart(work.session, sids, own.clock() + after)
