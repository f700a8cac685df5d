"""What machines ask: is the process alive, and can it do its work."""

from flask import Flask, Response

from app.extensions import given
from app.guard.route_classes import HEALTH
from app.guard.routes import classified
from app.readiness.check import Weight
from app.readiness.database import database_checks
from app.readiness.kept import kept_checks
from app.store.db import db

health = classified("health", __name__, HEALTH)


@health.get("/healthz")
def alive() -> Response:
    """The process answers."""
    return Response("ok\n", mimetype="text/plain")


@health.get("/readyz")
def ready() -> Response:
    """The database answers too, and has what this program needs; what was last seen of the carrier is told beside."""
    found = list(database_checks(db.engine))
    why_not = [check for check in found if check.weight is Weight.BLOCKS]
    if why_not:
        return Response("".join(f"{it}\n" for it in why_not), 503, mimetype="text/plain")
    kept = [] if found else kept_checks(db.session, given().account.settings())
    told = "".join(f"! {check}\n" for check in kept)
    return Response(f"ok\n{told}", mimetype="text/plain")


def init_health(app: Flask) -> None:
    """Give the app its health routes."""
    app.register_blueprint(health)
