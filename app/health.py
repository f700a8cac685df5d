"""What machines ask: is the process alive, and can it do its work."""

from flask import Flask, Response
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from app.guard.route_classes import RouteClass, classified
from app.store.db import db

health = classified("health", __name__, RouteClass.HEALTH)


@health.get("/healthz")
def alive() -> Response:
    """The process answers."""
    return Response("ok\n", mimetype="text/plain")


@health.get("/readyz")
def ready() -> Response:
    """The database answers too."""
    try:
        db.session.execute(text("SELECT 1"))
    except SQLAlchemyError:
        return Response("The database does not answer.\n", 503, mimetype="text/plain")
    return Response("ok\n", mimetype="text/plain")


def init_health(app: Flask) -> None:
    """Give the app its health routes."""
    app.register_blueprint(health)
