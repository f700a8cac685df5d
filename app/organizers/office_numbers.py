"""Refuses as an office's number what is a campaign's, or a supporter's: nobody is to be connected there."""

from collections.abc import Iterable

from app.extensions import given
from app.limits.office_numbers import NotAnOffice, not_an_office
from app.serving.forms import F, Filled
from app.store.db import db

WHOSE = {
    NotAnOffice.CAMPAIGN: "That is a campaign's own number. Enter the number of the office.",
    NotAnOffice.SUPPORTER: (
        "That number belongs to somebody who is in a call with us, or asked never to be called. Enter the number of "
        "the office."
    ),
}


def offices_alone(form: Filled[F], fields: Iterable[str]) -> Filled[F]:
    """The form, with a sentence at each of these fields whose number is nobody's whom supporters should call."""
    meant = form.meant
    for name in fields:
        number = getattr(meant, name) if meant else ""
        whose = not_an_office(db.session, number, given().vault) if number else None
        if whose:
            form = form.with_error(name, WHOSE[whose])
    return form
