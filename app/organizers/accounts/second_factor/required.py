"""Admins without a second factor set one up before anything else, where the server asks it of them."""

from collections.abc import Callable
from http import HTTPStatus
from typing import TypeVar, cast

from flask import current_app, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_security import current_user

from app.extensions import settings
from app.organizers.accounts.roles import signed_in
from app.team.second_factor.theirs import has_one
from models import Organizer, TeamRole

V = TypeVar("V", bound=Callable[..., object])

_way: set[Callable[..., object]] = set()


def leads_to_one(view: V) -> V:
    """Say of a view that an admin without a second factor needs it to get one. It stands above all that wraps it."""
    _way.add(view)
    return view


def require_second_factor() -> ResponseReturnValue | None:
    """Lead an admin without one to where it is set up, and show nothing else."""
    if not settings().admins_need_second_factor or signed_in().role is not TeamRole.ADMIN:
        return None
    if current_app.view_functions[str(request.endpoint)] in _way or has_one(cast("Organizer", current_user)):
        return None
    return redirect(url_for("organizers.second_factor_page"), HTTPStatus.SEE_OTHER)
