"""The cookies of our pages: each for this server alone, read by no script, and sent by no page of anybody else.

Behind https their names say so (`__Host-`): a browser then takes none of that name from a neighbor, nor over http.
"""

from datetime import timedelta

from flask import Flask, current_app, request
from werkzeug.wrappers import Response


def cookie_name(app: Flask, name: str) -> str:
    """What it is called: `__Host-` is only good where browsers come by https."""
    return f"__Host-{name}" if _is_https(app) else name


def read_cookie(name: str) -> str:
    """What the browser brings along, empty where it brings none."""
    return request.cookies.get(cookie_name(current_app, name), "")


def keep_cookie(answer: Response, name: str, value: str, *, max_age: int | timedelta) -> None:
    """Let the browser bring it along for so many seconds, to every address of this server."""
    called, secure = cookie_name(current_app, name), _is_https(current_app)
    answer.set_cookie(called, value, max_age=max_age, path="/", secure=secure, httponly=True, samesite="Lax")


def _is_https(app: Flask) -> bool:
    return bool(app.extensions["ringdown"].settings.is_https)
