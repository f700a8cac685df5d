"""Lets a request come from whom the proxies before this server say, as many of them as the settings trust."""

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix


def init_proxies(app: Flask, how_many: int) -> None:
    """Believe the address that the outermost of so many proxies saw; what came before it in the header, anybody wrote.

    Nothing else that a proxy says is believed: where this server is reached, PUBLIC_BASE_URL says.
    """
    if how_many:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=how_many, x_proto=0, x_host=0)  # type: ignore[method-assign]
