"""Which calls this request asks for: of the campaigns that are theirs, by all that a filter may name."""

from dataclasses import dataclass

from flask import request

from app.calls.shown.log.page import campaign_subjects
from app.extensions import given
from app.limits.rooms.opening import room_names
from app.organizers.accounts.roles import signed_in
from app.organizers.log.choices import offices
from app.organizers.log.filters import Asked, Known, read_filter
from app.representatives import directory
from app.store.db import db


@dataclass(frozen=True)
class AskedNow:
    """What was asked for, among what is known."""

    asked: Asked
    known: Known


def asked_now() -> AskedNow:
    """Read the address."""
    session, theirs = db.session, signed_in().campaigns
    seats = offices(directory(session))
    known = Known(campaign_subjects(session, theirs), room_names(session, theirs), seats)
    return AskedNow(read_filter(request.args, known, rehearsals=given().rehearsal, theirs=theirs), known)
