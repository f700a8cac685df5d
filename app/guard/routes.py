"""Every route says its class, and is in exactly one: a blueprint cannot exist without, and all else reads it here."""

from collections.abc import Callable
from typing import TypeVar

from flask import Blueprint, Flask, Request
from flask.sansio.app import App
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from app.guard.route_classes import CLASSES, SUPPORTER, Guard, RouteClass
from app.this import this_app, this_request

View = TypeVar("View", bound=Callable[..., object])
Check = Callable[[], ResponseReturnValue | None]

KEPT = "ringdown.route_class"
WHERE = "ringdown_where"  # under which a hook keeps for which classes it is

_of_view: dict[Callable[..., object], RouteClass] = {}


def init_route_classes(app: Flask) -> None:
    """Let nobody past a guard. A guard that nobody brought lets nobody in."""
    app.extensions["route_classes"], app.extensions["guards"] = {}, {}

    @app.before_request
    def _check() -> ResponseReturnValue | None:
        asked = asked_class()
        check: Check = app.extensions["guards"][asked.guard] if asked.guard else _nothing
        return check()


def classified(name: str, import_name: str, route_class: RouteClass, *, url_prefix: str | None = None) -> Blueprint:
    """A blueprint whose routes all belong to one class, but for those that say another."""
    blueprint = Blueprint(name, import_name, url_prefix=url_prefix)
    blueprint.record(lambda state: classify(state.app, name, route_class))
    return blueprint


def classify(app: App, name: str, route_class: RouteClass) -> None:
    """Say the class of a blueprint, or of a single route, that stands in no file of ours."""
    app.extensions["route_classes"][name] = route_class


def of_class(route_class: RouteClass) -> Callable[[View], View]:
    """Say of one view that its route is in another class than its blueprint's."""

    def say(view: View) -> View:
        _of_view[view] = route_class
        return view

    return say


def guard(app: Flask, which: Guard, check: Check) -> None:
    """Bring a guard: what `check` returns or aborts with is the answer, before anything else is done."""
    app.extensions["guards"][which] = check


def only_where(is_for: Callable[[RouteClass], bool]) -> Callable[[View], View]:
    """Say of a hook for which classes of routes it is: those of all others do not even ask it."""

    def say(hook: View) -> View:
        setattr(hook, WHERE, is_for)
        return hook

    return say


def is_for(hook: Callable[..., object], asked: RouteClass) -> bool:
    """Whether a hook has something to do at routes of this class."""
    where: Callable[[RouteClass], bool] | None = getattr(hook, WHERE, None)
    return where is None or where(asked)


def class_of(app: App, endpoint: str) -> RouteClass | None:
    """The class of an endpoint, None if it has none, which a test forbids."""
    own = _of_view.get(app.view_functions[endpoint])
    said: dict[str, RouteClass] = app.extensions["route_classes"]
    return own or said.get(endpoint.rpartition(".")[0] or endpoint)


def asked_class() -> RouteClass:
    """The class of this request's route. An address that leads nowhere is answered like a supporter's page."""
    this = this_request()
    known: RouteClass | None = this.environ.get(KEPT)
    if known is None:  # every hook asks for it
        known = this.environ[KEPT] = _class_of(this)
    return known


def _class_of(this: Request) -> RouteClass:
    endpoint = this.endpoint
    if endpoint is not None:
        return class_of(this_app(), endpoint) or SUPPORTER
    return _class_nowhere(this.path)


def class_at(app: App, method: str, path: str) -> RouteClass:
    """The class of the route that this would ask for, before it is a request."""
    try:
        endpoint, _ = app.url_map.bind("").match(path, method)
    except HTTPException:
        return _class_nowhere(path)
    return class_of(app, endpoint) or SUPPORTER


def _class_nowhere(path: str) -> RouteClass:
    return next((one for one in CLASSES if one.under and path.startswith(one.under)), SUPPORTER)


def _nothing() -> None:
    """Anybody may ask; limits are kept where something is done."""
