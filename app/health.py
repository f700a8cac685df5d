"""What machines ask: is the process alive, and can it do its work."""

from flask import Flask, Response
from sqlalchemy.exc import SQLAlchemyError

from app.guard.route_classes import RouteClass, classified
from app.store.db import db
from app.store.migrate import FoldedMigration, LaterMigration, pending

health = classified("health", __name__, RouteClass.HEALTH)


@health.get("/healthz")
def alive() -> Response:
    """The process answers."""
    return Response("ok\n", mimetype="text/plain")


@health.get("/readyz")
def ready() -> Response:
    """The database answers too, and has what this program needs."""
    why_not = _database()
    return Response(f"{why_not or 'ok'}\n", 503 if why_not else 200, mimetype="text/plain")


def _database() -> str:
    try:
        return "The database needs migrations. Run: flask db upgrade" if pending(db.engine) else ""
    except SQLAlchemyError:
        return "The database does not answer."
    except FoldedMigration as folded:
        return str(folded)
    except LaterMigration:
        return ""  # it was upgraded a moment ago, calls are under way here, and we are replaced next


def init_health(app: Flask) -> None:
    """Give the app its health routes."""
    app.register_blueprint(health)
