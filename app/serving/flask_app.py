"""Flask as we use it: with views and hooks that are plain functions, all of them."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from flask import Flask, Request
from werkzeug.routing import MapAdapter


class RingdownApp(Flask):
    """The app. Flask would ask of every view and hook, at every request, whether it is a coroutine."""

    def create_url_adapter(self, request: Request | None) -> MapAdapter | None:
        """What makes addresses; outside a request it is always the same, and every request has such a context too."""
        return self._outside if request is None else super().create_url_adapter(request)

    @cached_property
    def _outside(self) -> MapAdapter | None:
        return super().create_url_adapter(None)

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """The function as it is."""
        return func
