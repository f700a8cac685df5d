"""The cookies of our pages: each for this server alone, read by no script, and sent by no page of anybody else.

Behind https their names say so (`__Host-`): a browser then takes none of that name from a neighbor, nor over http.
"""

import re
from datetime import timedelta

from flask import Flask
from werkzeug.wrappers import Response

from app.this import this_app, this_request

PLAIN = re.compile(r"[\w.~%/-]*", re.ASCII)


def cookie_name(app: Flask, name: str) -> str:
    """What it is called: `__Host-` is only good where browsers come by https."""
    return f"__Host-{name}" if _is_https(app) else name


def read_cookie(name: str) -> str:
    """What the browser brings along, empty where it brings none."""
    return this_request().cookies.get(cookie_name(this_app(), name), "")


def keep_cookie(answer: Response, name: str, value: str, *, max_age: int | timedelta) -> None:
    """Let the browser bring it along for so many seconds, to every address of this server.

    It is written as it is: all our cookies are of letters that need nothing else.

    Raises:
        ValueError: this one is not.
    """
    if not PLAIN.fullmatch(value):
        raise ValueError(name)
    app, seconds = this_app(), max_age if isinstance(max_age, int) else int(max_age.total_seconds())
    secure = "Secure; " if _is_https(app) else ""
    kept = f"{cookie_name(app, name)}={value}; Max-Age={seconds}; {secure}HttpOnly; Path=/; SameSite=Lax"
    answer.headers.add("Set-Cookie", kept)


def _is_https(app: Flask) -> bool:
    return bool(app.extensions["ringdown"].settings.is_https)
