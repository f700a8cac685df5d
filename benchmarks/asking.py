"""Requests that are prepared beforehand and sent straight to an app: what is measured is the app alone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from flask import Flask
from werkzeug.test import EnvironBuilder


class UnexpectedAnswerError(Exception):
    """The app answered something else, so that what was measured means nothing."""


@dataclass(frozen=True)
class Prepared:
    """A request as the server hands it to an app, once, and the status of its answer."""

    environ: dict[str, Any]
    status: int = 200


@dataclass
class _Answer:
    status: int = 0
    write: Callable[[bytes], object] = field(default=lambda _bytes: None)

    def start(self, status: str, _headers: object, _error: object = None) -> Callable[[bytes], object]:
        self.status = int(status[:3])
        return self.write


def post(path: str, form: Mapping[str, str], base_url: str, *, status: int = 200, **headers: str) -> Prepared:
    """A form that is sent, with headers whose `_` stand for `-`."""
    return _request(path, base_url, headers, status, method="POST", data=dict(form))


def get(path: str, base_url: str, *, status: int = 200, **headers: str) -> Prepared:
    """A page that is asked for."""
    return _request(path, base_url, headers, status)


def _request(path: str, base_url: str, headers: Mapping[str, str], status: int, **what: Any) -> Prepared:
    named = [(name.replace("_", "-"), value) for name, value in headers.items()]
    return Prepared(EnvironBuilder(path, base_url=base_url, headers=named, **what).get_environ(), status)


def send(app: Flask, request: Prepared) -> bytes:
    """Let the app answer as under a server.

    Raises:
        UnexpectedAnswerError: it answered with another status.
    """
    answer = _Answer()
    body = app.wsgi_app(request.environ, answer.start)
    try:
        sent = b"".join(body)
    finally:
        getattr(body, "close", lambda: None)()
    if answer.status != request.status:
        raise UnexpectedAnswerError(f"{request.environ['PATH_INFO'][:12]}…: {answer.status}, not {request.status}")
    return sent
