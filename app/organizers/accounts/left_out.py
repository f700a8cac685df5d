"""Pages of Flask-Security that come with its features, and that we do not offer: it has no setting for that."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from flask import Flask


@contextmanager
def left_out(app: Flask, names: Collection[str]) -> Iterator[None]:
    """Give the app none of these routes, whoever registers its pages meanwhile."""
    register = app.add_url_rule

    def all_but_those(rule: str, endpoint: str | None = None, *args: object, **kwargs: object) -> None:
        if endpoint is None or endpoint.removeprefix("security.") not in names:
            register(rule, endpoint, *args, **kwargs)  # type: ignore[arg-type]

    app.add_url_rule = all_but_those  # type: ignore[method-assign]
    try:
        yield
    finally:
        app.add_url_rule = register  # type: ignore[method-assign]
