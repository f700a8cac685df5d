"""How the workers are doing: who is alive, what waits for them and for how long."""

from collections.abc import Iterator

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.statistics.watched.figure import Figure

# Of those whose time has come: how many, and since when the first of them may run. Few wait, as a rule.
_WAITING = text(
    "SELECT queue_name, count(*) AS jobs, extract(epoch FROM max(clock_timestamp() - coalesce(scheduled_at, told.at)))"
    " AS oldest FROM procrastinate_jobs AS job"
    " LEFT JOIN LATERAL (SELECT max(at) AS at FROM procrastinate_events WHERE job_id = job.id) AS told"
    " ON scheduled_at IS NULL"
    " WHERE status = 'todo' AND coalesce(scheduled_at, '-infinity') <= clock_timestamp()"
    " GROUP BY queue_name ORDER BY queue_name"
)
_FAILED = text("SELECT count(*) FROM procrastinate_jobs WHERE status = 'failed'")
_WORKERS = text(
    "SELECT count(*) FILTER (WHERE last_heartbeat > clock_timestamp() - interval '1 minute') AS alive,"
    " extract(epoch FROM clock_timestamp() - max(last_heartbeat)) AS heard FROM procrastinate_workers"
)
NEVER = 1e9  # seconds, where no worker ever was


def job_figures(session: Session) -> Iterator[Figure]:
    """All of them."""
    waiting = session.execute(_WAITING).all()
    for row in waiting:
        about = "Jobs whose time has come, and that no worker has taken yet."
        yield Figure("jobs_waiting", about, row.jobs, {"queue": row.queue_name})
    oldest = max((float(row.oldest or 0) for row in waiting), default=0)
    yield Figure("job_lag_seconds", "How late the job is that has waited longest.", oldest)
    yield Figure("jobs_failed", "Jobs that failed for good.", session.scalar(_FAILED) or 0)
    alive, heard = session.execute(_WORKERS).one()
    yield Figure("workers", "Workers that were heard of within a minute.", alive)
    yield Figure("worker_heard_seconds", "How long ago any worker was.", NEVER if heard is None else float(heard))
