"""What machines ask: is the process alive, and can it do its work."""

from collections.abc import Iterator

from flask import Flask, Response

from app.extensions import given
from app.guard.route_classes import HEALTH
from app.guard.routes import classified
from app.readiness.check import About, Check, Weight
from app.readiness.database import database_checks, room_checks
from app.readiness.kept import kept_checks
from app.readiness.worker import worker_checks
from app.store.db import db

health = classified("health", __name__, HEALTH)


@health.get("/healthz")
def alive() -> Response:
    """The process answers."""
    return Response("ok\n", mimetype="text/plain")


@health.get("/readyz")
def ready() -> Response:
    """Calls can be placed: the database has what we need, and room, and a worker runs. What else is seen is told."""
    found = list(_found())
    why_not = [check for check in found if check.weight is Weight.BLOCKS]
    if why_not:
        return Response("".join(f"{it}\n" for it in why_not), 503, mimetype="text/plain")
    told = "".join(f"! {check}\n" for check in found if check.about is not About.DATABASE)
    return Response(f"ok\n{told}", mimetype="text/plain")


def _found() -> Iterator[Check]:
    """What was last seen of the carrier is told without asking it."""
    database = list(database_checks(db.engine))
    yield from database
    if not database:
        config = given().account.settings()
        yield from room_checks(db.session)
        yield from worker_checks(db.session, config)
        yield from kept_checks(db.session, config)


def init_health(app: Flask) -> None:
    """Give the app its health routes."""
    app.register_blueprint(health)
