"""How much may be sent to a route: what is too large is refused by its head alone, before anything of it is read."""

from collections.abc import Callable
from io import BytesIO
from typing import IO, TYPE_CHECKING, Any

from flask import Flask, Request, abort
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.formparser import FormDataParser

from app.guard.route_classes import RouteClass
from app.guard.routes import asked_class, class_at
from app.this import this_request

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

KNOWN = "ringdown.is_known"
WITHOUT_BODY = {"GET", "HEAD", "OPTIONS", "TRACE"}
FORM = "application/x-www-form-urlencoded"

IsKnown = Callable[[str], bool]


class BoundedForms(FormDataParser):
    """Forms of no more text and fields than a route has use for; of too many not one is taken apart."""

    def parse(
        self, stream: IO[bytes], mimetype: str, content_length: int | None, options: dict[str, str] | None = None
    ) -> tuple[IO[bytes], Any, Any]:
        """The rest of the stream, the fields and the files.

        Raises:
            RequestEntityTooLarge: there are too many.
        """
        if mimetype == FORM:
            body = stream.read(self._most_text + 1)
            if len(body) > self._most_text or (self.max_form_parts or 0) <= body.count(b"&"):
                raise RequestEntityTooLarge
            stream = BytesIO(body)
        return super().parse(stream, mimetype, content_length, options)

    @property
    def _most_text(self) -> int:
        """Where a route takes files of many megabytes, its fields are no larger for that."""
        return self.max_form_memory_size or 0


class BoundedRequest(Request):
    """A request whose forms are counted."""

    form_data_parser_class = BoundedForms


class Bodies:
    """What the server asks before it reads a body."""

    def __init__(self, app: Flask) -> None:
        self._app = app

    def asked(self, method: str, path: str) -> RouteClass:
        """The class of the route that is asked for."""
        return class_at(self._app, method, path)

    def largest(self, asked: RouteClass, method: str, cookies: str) -> int:
        """How many bytes it takes: much only of those who have signed in, as far as their cookie tells."""
        if method in WITHOUT_BODY:
            return 0
        is_known: IsKnown = self._app.extensions[KNOWN]
        return asked.largest_body if asked.largest_body and is_known(cookies) else asked.usual_body


def init_bodies(app: Flask) -> None:
    """Hold every request to what its route takes, whichever server read it."""
    app.request_class = BoundedRequest
    app.extensions[KNOWN] = _nobody
    bodies = Bodies(app)

    @app.before_request
    def _hold() -> None:
        asked, this = asked_class(), this_request()
        this.max_content_length = bodies.largest(asked, this.method, this.environ.get("HTTP_COOKIE", ""))
        this.max_form_parts = asked.most_fields
        # Of somebody unknown it is not read, and a guard says why: they may only have to sign in once more.
        most = 0 if this.method in WITHOUT_BODY else asked.largest_body or asked.usual_body
        if said_length(this.environ) > most:
            abort(413)


def said_length(environ: "WSGIEnvironment") -> int:
    """How many bytes its body has, as its head says; none where it says nothing that is a number."""
    said = environ.get("CONTENT_LENGTH") or ""
    return int(said) if said.isdecimal() else 0


def whole_body(environ: "WSGIEnvironment") -> bytes:
    """All of it, of a request that says how much that is; read once, and kept by nobody."""
    body: bytes = environ["wsgi.input"].read(said_length(environ))
    return body


def tell_whom_we_know(app: Flask, is_known: IsKnown) -> None:
    """Bring what tells from its cookies whether whoever sends a request has signed in here before."""
    app.extensions[KNOWN] = is_known


def _nobody(_cookies: str) -> bool:
    return False
