"""Flask without what none of our routes needs."""

from collections.abc import Callable
from typing import Any

from flask import Flask


class WebApp(Flask):
    """Flask asks of each view and of each hook, at every request, whether it is a coroutine: none of ours is."""

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """As it is."""
        return func
