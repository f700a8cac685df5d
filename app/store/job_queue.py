"""What runs later: jobs deferred in the very transaction that writes what they are about.

Where every call defers a job its row is written by a statement that is compiled once, or by a part of a larger one:
that takes less than half of what the engine's own `defer` takes. Its triggers tell the workers.
"""

import json
from datetime import datetime, timedelta

import procrastinate
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.manager import get_channel_for_queues
from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    Select,
    String,
    column,
    delete,
    exists,
    func,
    insert,
    literal_column,
    select,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import INTERVAL, JSONB
from sqlalchemy.orm import Session

from app.request_id import mark_of_job
from app.store.once import Once, as_json, connection_of, param
from app.store.unit import undone_by

# The tasks live in app/jobs; this App only writes jobs down, on the session's own connection.
_deferring = procrastinate.App(connector=procrastinate.SyncPsycopgConnector())

DEFAULT_QUEUE = "calls"
QUEUE, TASK = param("queue", String), param("task", String)
# Where the engine keeps what may wait only once, a job that may wait twice has its request's id, made the only one.
# Among the arguments a worker of the version before would stumble over it.
MARK = param("mark", String)


_JOBS = table(
    "procrastinate_jobs",
    column("id"),
    column("queue_name"),
    column("task_name"),
    column("args"),
    column("queueing_lock", String),
    column("status", String),
    column("scheduled_at"),
)


def job_of(row: Select[str, str, object, str]) -> CTE:
    """Write a job down for each such row of a queue, a task, its arguments and a mark."""
    job = insert(_JOBS).from_select(["queue_name", "task_name", "args", "queueing_lock"], row)
    return job.returning(_JOBS.c.id).cte("job")


_DEFER = Once(lambda: select(job_of(select(QUEUE, TASK, param("arguments", JSONB), MARK)).c.id))

# The job engine tells its workers of a job when it is written down, not when its time has come: we do, in seconds.
SCHEDULED = "job_scheduled"

# What need not be there twice does the work of many, which it must not wait for.
BEFORE_OTHERS = 1

_AT = (func.clock_timestamp() + param("wait", INTERVAL)).label("at")
_TOLD = func.pg_notify(param("channel", String), param("payload", String)).label("told")
_LATER = Once(lambda: select(_AT, _TOLD))
AWAY_AFTER = timedelta(minutes=1)  # each worker tells every ten seconds that it is alive
_FORGET = text(
    "DELETE FROM procrastinate_jobs WHERE id IN (SELECT id FROM procrastinate_jobs AS job"
    " WHERE status IN ('failed', 'cancelled', 'aborted') AND NOT EXISTS (SELECT FROM procrastinate_events"
    " WHERE job_id = job.id AND at > :then) LIMIT :at_most) RETURNING id"
)
_SINCE = text("SELECT clock_timestamp() - max(last_heartbeat) FROM procrastinate_workers")


def defer(session: Session | Connection, task: str, *, queue: str = DEFAULT_QUEUE, **arguments: int) -> None:
    """Write a job down. It runs if and only if the session's transaction commits."""
    _DEFER.row(session, task=task, queue=queue, arguments=as_json(arguments), mark=mark_of_job())


def defer_in_turn(session: Session, task: str, turn: str, *, queue: str, **arguments: int | str) -> None:
    """Write down a job that runs after those of the same turn: they run one by one, lest they fill a worker."""
    connection = connection_of(session).connection.driver_connection
    job = _deferring.configure_task(task, queue=queue, lock=turn, queueing_lock=mark_of_job(), connection=connection)
    job.defer(**arguments)


def defer_until(
    session: Session,
    task: str,
    wait: timedelta,
    *,
    queue: str,
    lock: str | None = None,
    turn: str | None = None,
    **arguments: int | str,
) -> None:
    """Write down a job that runs so long from now, by the database's clock, and after those of the same turn.

    Raises:
        AlreadyEnqueued: one of the same lock waits.
    """
    (channel,) = get_channel_for_queues([queue])
    payload = json.dumps({"type": SCHEDULED, "wait": wait.total_seconds()})
    (later,) = _LATER.rows(session, wait=wait, channel=channel, payload=payload)
    connection = connection_of(session).connection.driver_connection
    first = BEFORE_OTHERS if lock else None
    mark = lock or mark_of_job()  # one of a lock does the work of many
    how = {"queueing_lock": mark, "lock": turn, "schedule_at": later["at"], "priority": first}
    _deferring.configure_task(task, queue=queue, connection=connection, **how).defer(**arguments)


def defer_one(session: Session, task: str, wait: timedelta, *, queue: str) -> None:
    """The same for a job that need not be there twice: nothing is written while one waits for its moment."""
    with undone_by(AlreadyEnqueued, session):
        defer_until(session, task, wait, queue=queue, lock=task)


def is_deferred(task: str) -> ColumnElement[bool]:
    """In a statement: whether such a job waits."""
    return exists().where(_JOBS.c.queueing_lock == task, _JOBS.c.status == literal_column("'todo'"))


def forgotten(wait: ColumnElement[timedelta]) -> CTE:
    """Beside a statement: forget the one of the name `task`, if it waits for longer than that."""
    its_moment = _JOBS.c.scheduled_at > func.clock_timestamp() + wait
    waits = (_JOBS.c.queueing_lock == TASK, _JOBS.c.status == literal_column("'todo'"))
    return delete(_JOBS).where(*waits, its_moment).returning(_JOBS.c.id).cte("forgotten")


def forget_over(session: Session, then: datetime, at_most: int) -> list[int]:
    """Some of the jobs that are over since then and were not done, with what they were about; returns which."""
    return list(session.scalars(_FORGET, {"then": then, "at_most": at_most}))


def since_heartbeat(session: Session) -> timedelta | None:
    """How long ago any worker told that it is alive, by the database's clock; None where there is none."""
    since: timedelta | None = session.scalar(_SINCE)
    return since


def a_worker_runs(session: Session) -> bool:
    """Whether any worker told so within a minute."""
    since = since_heartbeat(session)
    return since is not None and since < AWAY_AFTER
