"""The headers of every answer: those of its class, and for how long it may be kept."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from http import HTTPStatus
from typing import TYPE_CHECKING, TypeAlias

from flask import Flask, Response

from app.guard.route_classes import Caching, RouteClass
from app.guard.routes import asked_class
from app.this import this_request

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

A_YEAR = 31_536_000
VARY, CACHING = "Vary", "Cache-Control"

Header: TypeAlias = tuple[str, str]


class Answer(Response):
    """An answer with headers that are `promised`: of our own making, so that nothing of them is looked into.

    What is all there, as most answers are, is sent as it is: Flask would copy its headers, and go through them for
    what only a redirect or an empty answer has.
    """

    promised: tuple[Header, ...] = ()

    def get_wsgi_response(self, environ: "WSGIEnvironment") -> tuple[Iterable[bytes], str, list[Header]]:
        """The body, the status and the headers, as the server sends them."""
        if self.status_code == HTTPStatus.OK and environ["REQUEST_METHOD"] != "HEAD" and self._is_all_there():
            body: Iterable[bytes] = self.response  # type: ignore[assignment]  # encoded, as it was set
            return body, self.status, [*self.headers, *self.promised]
        sent, status, headers = super().get_wsgi_response(environ)
        return sent, status, [*headers, *self.promised]

    def _is_all_there(self) -> bool:
        return type(self.response) is list and not self._on_close and "Content-Length" in self.headers


def promise(response: Response, *headers: Header) -> Response:
    """Send these too, beside whatever else is said."""
    if isinstance(response, Answer):
        response.promised = (*response.promised, *headers)
    else:
        response.headers.extend(headers)
    return response


def init_headers(app: Flask) -> None:
    """Set the headers on every answer of the app."""
    app.response_class = Answer

    @app.after_request
    def _set(response: Response) -> Response:
        asked = asked_class()
        own = app.extensions["ringdown"].settings
        if VARY in asked.headers:  # whoever reads a cookie adds to it
            response.headers.add(VARY, asked.headers[VARY])
        if CACHING in response.headers:  # a file says something of it by itself
            del response.headers[CACHING]
        return promise(response, *_of_class(asked, _caching(asked, response), is_https=own.is_https))


@lru_cache(maxsize=256)
def _of_class(asked: RouteClass, caching: Caching, *, is_https: bool) -> tuple[Header, ...]:
    always: Mapping[str, str] = {"Strict-Transport-Security": f"max-age={A_YEAR}"} if is_https else {}
    told = ((name, value) for name, value in asked.headers.items() if name != VARY)
    return (*told, *always.items(), (CACHING, caching.value))


def _caching(asked: RouteClass, response: Response) -> Caching:
    if response.status_code >= HTTPStatus.BAD_REQUEST:
        return Caching.NEVER
    if asked.versioned and "v" not in this_request().args:
        return Caching.UNTIL_IT_CHANGES
    return asked.caching
