"""`flask worker` waits for a database that is away, and goes when it is told to."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from app.store.job_queue import defer
from tests.world.database.away import away
from tests.world.patience import PATIENCE, eventually

ROOT = Path(__file__).resolve().parents[2]
LOST = "worker_lost_the_database"


@pytest.fixture
def worker(clean_database, database_server):
    """The command as a process of its own, which began while its database was away and has said so."""
    command, where = [sys.executable, "-m", "flask", "worker"], os.environ | {"DATABASE_URL": clean_database}
    with subprocess.Popen(command, cwd=ROOT, env=where, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603
        with away(database_server, clean_database):
            assert any(LOST in line for line in process.stderr)
        yield process
        process.kill()


def count(session, of):
    session.rollback()
    return session.scalar(text(f"SELECT count(*) FROM {of}"))  # noqa: S608 - a table of this file


def test_it_outlives_its_database_and_ends_when_told(session, worker):
    defer(session, "ring", call_id=0)
    session.commit()
    assert eventually(lambda: count(session, "procrastinate_jobs") == 0)
    worker.terminate()
    assert worker.wait(PATIENCE) == 0
    assert count(session, "procrastinate_workers") == 0
