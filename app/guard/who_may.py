"""Who of the team may use a route: each behind the sign-in says the least role, or the app does not start."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from flask.sansio.app import App

from app.guard.route_classes import Guard
from app.guard.routes import class_of
from models import TeamRole

View = TypeVar("View", bound=Callable[..., object])

_least_of: dict[Callable[..., object], TeamRole] = {}


class UnsaidError(Exception):
    """A route does not say who may use it, or says it where nobody has signed in."""


def least(role: TeamRole) -> Callable[[View], View]:
    """Say of a view that it is for this role, and for those who may more."""

    def say(view: View) -> View:
        _least_of[view] = role
        return view

    return say


def least_role(app: App, endpoint: str) -> TeamRole | None:
    """The least role that a route is for; None where nobody need have signed in."""
    return _least_of.get(app.view_functions[endpoint])


def hold_every_route(app: App) -> None:
    """Let no app start that has a route of which nobody said who may use it.

    Raises:
        UnsaidError: with the endpoints.
    """
    unsaid = sorted(set(_unsaid(app)))
    if unsaid:
        raise UnsaidError(f"Say with @least who may use these, or put them behind the sign-in: {', '.join(unsaid)}")


def _unsaid(app: App) -> Iterator[str]:
    for rule in app.url_map.iter_rules():
        route_class = class_of(app, rule.endpoint)
        behind = route_class is not None and route_class.guard is Guard.SIGN_IN
        if route_class is None or behind is (least_role(app, rule.endpoint) is None):
            yield rule.endpoint
