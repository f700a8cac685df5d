"""What runs later: jobs deferred in the very transaction that writes what they are about.

The job engine's SQL function is called here by a statement that is compiled once: it takes less than half of what the
engine's own `defer` takes, and may be a part of a larger one.
"""

from psycopg.types.json import Jsonb
from sqlalchemy import ColumnElement, Connection, String, cast, func, null, select
from sqlalchemy.dialects.postgresql import JSONB, array
from sqlalchemy.orm import Session
from sqlalchemy.types import UserDefinedType

from app.store.once import Once, param

DEFAULT_QUEUE = "calls"
QUEUE, TASK = param("queue", String), param("task", String)
NO_PRIORITY = 0


class _Job(UserDefinedType[object]):
    """A job, as the engine's function takes it."""

    cache_ok = True

    def get_col_spec(self, **_how: object) -> str:
        return "procrastinate_job_to_defer_v1"


def job_of(arguments: ColumnElement[object], task: ColumnElement[str] = TASK) -> ColumnElement[list[int]]:
    """The ids of the one job that is written down where this is evaluated, in the queue of the parameter `queue`."""
    lock = queueing_lock = scheduled_at = null()
    row = func.row(QUEUE, task, NO_PRIORITY, lock, queueing_lock, arguments, scheduled_at)
    return func.procrastinate_defer_jobs_v1(array([cast(row, _Job)])).label("job")


_DEFER = Once(select(job_of(param("arguments", JSONB))))


def defer(session: Session | Connection, task: str, *, queue: str = DEFAULT_QUEUE, **arguments: int) -> None:
    """Write a job down. It runs if and only if the session's transaction commits."""
    _DEFER.row(session, task=task, queue=queue, arguments=Jsonb(arguments))
