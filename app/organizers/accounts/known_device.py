"""A device on which somebody signed in before: a signed cookie says so, and gives tries of their own."""

import secrets
from datetime import timedelta
from typing import Any

from flask import Flask, Response, after_this_request
from flask_login import user_logged_in

from app.extensions import given
from app.guard.cookies import keep_cookie, read_cookie
from app.guard.tokens import BadTokenError
from app.guard.visitors import this_visitor
from app.limits.sign_in import Try
from models import Organizer

PURPOSE = "known-device"
COOKIE = "device"
A_YEAR = timedelta(days=365)
MOST_NAMES = 5  # the latest that signed in there


def init_known_devices(app: Flask) -> None:
    """Know a device again once somebody has signed in on it, with every factor that they have."""
    user_logged_in.connect(_remember, app)


def this_try(name: str) -> Try:
    """Who tries to sign in with this request."""
    device, names = _read()
    return Try(name, this_visitor(given().clock()), device if _known(name) in names else "")


def _remember(_app: Flask, user: Organizer, **_more: object) -> None:
    device, names = _read()
    own = _known(user.email.casefold())
    value = [device or secrets.token_urlsafe(16), [own, *(name for name in names if name != own)][:MOST_NAMES]]

    @after_this_request
    def _set(response: Response) -> Response:
        token = given().tokens.sign(PURPOSE, value)
        keep_cookie(response, COOKIE, token, max_age=A_YEAR)
        return response


def _read() -> tuple[str, list[str]]:
    """Its name, chosen by chance, and who signed in there, as keyed hashes; nothing of a device that is not known."""
    try:
        read: Any = given().tokens.read(PURPOSE, read_cookie(COOKIE))
    except BadTokenError:
        return "", []
    return read[0], read[1]


def _known(name: str) -> str:
    return given().vault.fingerprint(name, purpose=PURPOSE).hex()[:32]
