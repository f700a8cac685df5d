"""What proxies before this server say of a request, as many of them as the settings trust: who asks, and its id."""

from flask import Flask, Response
from werkzeug.middleware.proxy_fix import ProxyFix

from app.guard.headers import promise
from app.request_id import begin_request, end_request, new_request_id, request_id, request_id_in
from app.this import this_request

HEADER = "X-Request-ID"
AS_TOLD = "HTTP_X_REQUEST_ID"  # the same, as servers hand it on


def init_proxies(app: Flask, how_many: int) -> None:
    """Believe the address that the outermost of so many proxies saw; what came before it in the header, anybody wrote.

    Nothing else that a proxy says is believed: where this server is reached, PUBLIC_BASE_URL says.
    """
    if how_many:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=how_many, x_proto=0, x_host=0)  # type: ignore[method-assign]


def init_request_ids(app: Flask, how_many: int) -> None:
    """Give each request an id, which its log lines, its jobs and its answer tell: the proxies', or else one of our own.

    Where nobody stands before us whoever asks could choose it, and give many requests the same.
    """

    @app.before_request
    def _begin() -> None:
        told = this_request().environ.get(AS_TOLD, "") if how_many else ""
        begin_request((request_id_in(told) if told else None) or new_request_id())

    @app.after_request
    def _tell(response: Response) -> Response:
        return promise(response, (HEADER, request_id()))

    @app.teardown_request
    def _end(_: BaseException | None) -> None:
        end_request()
