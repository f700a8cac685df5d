"""What machines ask: is the process alive, and can it do its work."""

from flask import Flask, Response

from app.guard.route_classes import HEALTH
from app.guard.routes import classified
from app.readiness.check import Weight
from app.readiness.database import database_checks
from app.store.db import db

health = classified("health", __name__, HEALTH)


@health.get("/healthz")
def alive() -> Response:
    """The process answers."""
    return Response("ok\n", mimetype="text/plain")


@health.get("/readyz")
def ready() -> Response:
    """The database answers too, and has what this program needs."""
    why_not = [check for check in database_checks(db.engine) if check.weight is Weight.BLOCKS]
    return Response("".join(f"{it}\n" for it in why_not) or "ok\n", 503 if why_not else 200, mimetype="text/plain")


def init_health(app: Flask) -> None:
    """Give the app its health routes."""
    app.register_blueprint(health)
