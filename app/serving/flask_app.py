"""Flask as we use it: with views and hooks that are plain functions, all of them."""

from collections.abc import Callable
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, Request
from werkzeug.routing import MapAdapter


class RingdownApp(Flask):
    """The app. Flask would ask of every view and hook, at every request, whether it is a coroutine."""

    def create_url_adapter(self, request: Request | None) -> MapAdapter | None:
        """What finds routes and makes addresses; outside a request it is always the same.

        No route of ours goes by a host: Flask would read, check and spell out anew what each request claims about it.
        """
        if request is None:
            return self._outside
        env, (scheme, host) = request.environ, self._reached_at
        path = str(env["PATH_INFO"]).encode("latin1").decode(errors="replace")
        asked_for = str(env.get("QUERY_STRING", ""))
        return MapAdapter(self.url_map, host, env.get("SCRIPT_NAME", ""), "", scheme, path, request.method, asked_for)

    @cached_property
    def _reached_at(self) -> tuple[str, str]:
        """The scheme and the host of every address that is made whole."""
        base = urlsplit(self.extensions["ringdown"].settings.public_base_url)
        return base.scheme, base.netloc

    @cached_property
    def _outside(self) -> MapAdapter | None:
        return super().create_url_adapter(None)

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """The function as it is."""
        return func
