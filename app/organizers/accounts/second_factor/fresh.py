"""Who proved lately that it is really them: asked for where a laptop left open would do harm."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import wraps
from http import HTTPStatus
from typing import ParamSpec

from flask import Flask, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import user_logged_in

from app.extensions import given
from app.organizers.accounts.second_factor.confirm import ask_to_confirm, carry
from models import Organizer

P = ParamSpec("P")
View = Callable[P, ResponseReturnValue]

PROVEN_AT = "proven_at"
A_WHILE = timedelta(minutes=10)


def init_fresh(app: Flask) -> None:
    """Whoever has just signed in has proven it."""
    user_logged_in.connect(_signed_in, app)


def mark_fresh() -> None:
    """They proved it now, by their second factor, or by their password where they have none."""
    session[PROVEN_AT] = given().clock().timestamp()


def is_fresh(within: timedelta = A_WHILE) -> bool:
    """Whether they proved it within this time."""
    proven_at = datetime.fromtimestamp(session.get(PROVEN_AT, 0), UTC)
    return timedelta() <= given().clock() - proven_at <= within


def fresh(within: timedelta = A_WHILE) -> Callable[[View[P]], View[P]]:
    """Let a view be used only by whoever proved within this time that it is them; others are asked, and come back.

    It stands below `least`. What was typed comes back with them.
    """

    def guard(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
            if is_fresh(within):
                return view(*args, **kwargs)
            if request.method == "POST":
                return ask_to_confirm(carries=carry(request.path, request.form), status=HTTPStatus.FORBIDDEN)
            return redirect(url_for("organizers.confirm", next=request.full_path.rstrip("?")))

        return guarded

    return guard


def _signed_in(_app: Flask, user: Organizer, **_more: object) -> None:  # noqa: ARG001 - signals name it
    mark_fresh()
