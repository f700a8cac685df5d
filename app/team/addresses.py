"""E-mail addresses of the team, each written in one way."""

from flask_security.proxies import _security
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Organizer


class NoAddressError(ValueError):
    """What was typed is no e-mail address."""


class AddressTakenError(Exception):
    """Somebody of the team has this address."""


def address_of(typed: str) -> str:
    """The address as it is kept. Needs the app's context.

    Raises:
        NoAddressError: it is none.
    """
    try:
        return str(_security.mail_util.normalize(typed)).lower()
    except ValueError as error:
        raise NoAddressError from error


def is_taken(session: Session, address: str) -> bool:
    """Whether somebody of the team has it."""
    theirs = select(Organizer.id).where(func.lower(Organizer.email) == address)
    return session.scalar(theirs) is not None
