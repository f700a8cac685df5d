"""Jobs are written down in the caller's transaction, just as the job engine would write them."""

import procrastinate
import pytest
from sqlalchemy import text

from app.store.job_queue import DEFAULT_QUEUE, defer

WRITTEN = """
SELECT queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at, status::text, attempts
FROM procrastinate_jobs ORDER BY id
"""


@pytest.fixture
def engines_own(session):
    """The job engine itself, on the session's connection."""
    app = procrastinate.App(connector=procrastinate.SyncPsycopgConnector())
    connection = session.connection().connection.driver_connection
    return app.configure_task("ring", queue=DEFAULT_QUEUE, connection=connection)


def test_a_job_is_written_as_the_job_engine_would_write_it(session, engines_own):
    defer(session, "ring", call_id=7)
    engines_own.defer(call_id=7)
    ours, theirs = session.execute(text(WRITTEN)).all()
    assert ours == theirs


def test_a_job_of_what_is_rolled_back_is_none(session):
    defer(session, "ring", call_id=7)
    session.rollback()
    assert session.execute(text(WRITTEN)).all() == []
