"""The headers of every answer: those of its class, and for how long it may be kept."""

from http import HTTPStatus

from flask import Flask, Response, request

from app.guard.route_classes import Caching, RouteClass
from app.guard.routes import asked_class

A_YEAR = 31_536_000


def init_headers(app: Flask) -> None:
    """Set the headers on every answer of the app."""

    @app.after_request
    def _set(response: Response) -> Response:
        asked = asked_class()
        response.headers.extend(asked.headers)
        if app.extensions["ringdown"].settings.is_https:
            response.headers["Strict-Transport-Security"] = f"max-age={A_YEAR}"
        response.headers["Cache-Control"] = _caching(asked, response)
        return response


def _caching(asked: RouteClass, response: Response) -> Caching:
    if response.status_code >= HTTPStatus.BAD_REQUEST:
        return Caching.NEVER
    if asked.versioned and "v" not in request.args:
        return Caching.UNTIL_IT_CHANGES
    return asked.caching
