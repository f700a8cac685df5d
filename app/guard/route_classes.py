"""Every route is in exactly one class, and the class brings its guard: a blueprint cannot exist without one."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from flask import Blueprint, Flask, request


class RouteClass(StrEnum):
    """Who may ask."""

    CARRIER = "carrier"  # the carrier alone: its signature is checked
    ORGANIZER = "organizer"  # somebody who has signed in
    PUBLIC = "public"  # anybody; limits are kept where something is done
    HEALTH = "health"  # machines that watch this one; shows nothing of anybody


# Endpoints that stand in no blueprint of ours.
ELSEWHERE = {"static": RouteClass.PUBLIC, "security": RouteClass.PUBLIC, "_fs_static": RouteClass.PUBLIC}

_classes: dict[str, RouteClass] = {}


def classified(name: str, import_name: str, route_class: RouteClass, **options: Any) -> Blueprint:
    """A blueprint whose routes all belong to one class."""
    _classes[name] = route_class
    return Blueprint(name, import_name, **options)


def guard(app: Flask, route_class: RouteClass, check: Callable[[], Any]) -> None:
    """Run `check` before every request to a route of this class; what it returns or aborts with is the answer."""

    @app.before_request
    def _check() -> Any:
        return check() if class_of(request.endpoint) is route_class else None


def class_of(endpoint: str | None) -> RouteClass | None:
    """The class of an endpoint, None if it has none, which a test forbids."""
    if endpoint is None:
        return None
    name = endpoint.rpartition(".")[0] or endpoint
    return _classes.get(name) or ELSEWHERE.get(name)
