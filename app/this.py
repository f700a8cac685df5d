"""The app and the request that are at hand: Flask looks for them anew, in eight calls, at each of its own names."""

from flask import Flask, Request
from flask.globals import _cv_app, _cv_request


def this_app() -> Flask:
    """The app that answers now, or whose context was opened.

    Raises:
        LookupError: there is none.
    """
    return _cv_app.get().app


def this_request() -> Request:
    """The request that is answered now.

    Raises:
        LookupError: there is none.
    """
    return _cv_request.get().request
