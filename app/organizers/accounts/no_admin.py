"""What everybody reads instead of organizers' pages, until the server has an admin."""

from collections.abc import Callable
from http import HTTPStatus
from typing import TypeVar

from flask import current_app, make_response, render_template, request
from flask.typing import ResponseReturnValue
from flask_security import current_user

from app.store.db import db
from app.team.people.admins import has_admin

View = TypeVar("View", bound=Callable[..., object])

_for_the_first: set[Callable[..., object]] = set()


def for_the_first_admin(view: View) -> View:
    """Say of a view that the first admin comes in by it, so that it is there before anybody is."""
    _for_the_first.add(view)
    return view


def no_admin_yet() -> ResponseReturnValue | None:
    """How to become the first admin; None where there is one. Who has signed in is asked nothing: there is."""
    is_way_in = current_app.view_functions.get(request.endpoint or "") in _for_the_first
    if is_way_in or current_user.is_authenticated or has_admin(db.session):
        return None
    return make_response(render_template("security/no_admin.html"), HTTPStatus.FORBIDDEN)
