"""Flask as we use it: with views and hooks that are plain functions, all of them."""

from collections.abc import Callable
from typing import Any

from flask import Flask


class RingdownApp(Flask):
    """The app. Flask would ask of every view and hook, at every request, whether it is a coroutine."""

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """The function as it is."""
        return func
