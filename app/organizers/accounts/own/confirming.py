"""Asks for the password again before something weighty: whoever found an open laptop does not know it."""

from dataclasses import replace
from datetime import timedelta

from app.extensions import given
from app.limits.rate import Limit, admit
from app.organizers.accounts.roles import signed_in
from app.serving.forms import F, Filled
from app.store.db import db
from app.store.unit import unit
from app.team.passwords import is_password_of
from models import Limited, Organizer

TRIES = Limit(Limited.SIGN_IN, at_most=5, window=timedelta(minutes=1))
WRONG = "That is not your password. Please try once more."
TOO_MANY = "That was tried too often within a minute. Please wait a minute, then try once more."


def own_organizer() -> Organizer:
    """The account of whoever asks."""
    return db.session.get_one(Organizer, signed_in().id)


def confirmed(form: Filled[F]) -> Filled[F]:
    """The form, with a sentence at its field `password` unless that is theirs. Each try is counted, and committed.

    What is wrong stands in the order of the fields.
    """
    own = given()
    with unit(db.session) as work:
        admitted = admit(work.session, own.vault, TRIES, f"own {signed_in().id}", now=own.clock())
    if admitted and is_password_of(own_organizer(), form.typed["password"]):
        return form
    refused = form.with_error("password", WRONG if admitted else TOO_MANY)
    return replace(refused, errors={name: refused.errors[name] for name in form.typed if name in refused.errors})
