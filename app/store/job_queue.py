"""What runs later: jobs deferred in the very transaction that writes what they are about."""

import procrastinate
from sqlalchemy import Connection
from sqlalchemy.orm import Session

from app.store.once import connection_of

# The tasks live in app/jobs; this App only writes jobs down, on the session's own connection.
_deferring = procrastinate.App(connector=procrastinate.SyncPsycopgConnector())

DEFAULT_QUEUE = "calls"


def defer(session: Session | Connection, task: str, *, queue: str = DEFAULT_QUEUE, **arguments: int) -> None:
    """Write a job down. It runs if and only if the session's transaction commits."""
    connection = connection_of(session).connection.driver_connection
    _deferring.configure_task(task, queue=queue, connection=connection).defer(**arguments)
