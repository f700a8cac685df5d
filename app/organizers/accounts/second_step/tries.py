"""Tries of a second factor: counted before anything is looked at, and told where they are wrong."""

from http import HTTPStatus

from app.extensions import given
from app.limits.sign_in import codes_of, refused_by
from app.organizers.accounts.known_device import this_try
from app.organizers.accounts.refused import TOO_MANY, Step, answer_with, tell_of_failure
from app.store.db import db
from app.store.unit import unit
from models import Organizer


def beyond_codes(organizer_id: int) -> str:
    """Count a code before it is looked at; what to say where that was too often, and nothing otherwise."""
    own = given()
    with unit(db.session) as work:
        beyond = refused_by(work.session, own.vault, codes_of(organizer_id), own.clock())
    if beyond is None:
        return ""
    answer_with(HTTPStatus.TOO_MANY_REQUESTS, beyond)
    return TOO_MANY[beyond.purpose]


def tell_of_wrong(whose: Organizer) -> None:
    """Tell that somebody knew the password, and not the rest."""
    tell_of_failure(this_try(whose.email.casefold()), whose, Step.SECOND)
