"""The embedded server goes with the last program that uses it, also with one that is killed."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest

from app.store.quiet import keep_quiet, not_quiet
from tests.world.patience import eventually

ROOT = Path(__file__).resolve().parents[2]
USES_IT = "from app.store.embedded_postgres import embedded_url as url; print(url('one'), flush=True); input()"
SECRET = "what stands in a row"
REFUSED = (
    "CREATE TABLE kept (what text PRIMARY KEY)",
    "INSERT INTO kept VALUES (%s)",
    "INSERT INTO kept VALUES (%s)",
    "SELECT 1 / (length(%s) - length($$what stands in a row$$))",
    "SELECT $$what stands in a row$$::nothing",
)


@pytest.fixture
def program(tmp_path):
    """A program that uses a server of its own."""
    command, where = [sys.executable, "-c", USES_IT], os.environ | {"INSTANCE_PATH": str(tmp_path)}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, env=where, text=True, **pipes) as program:  # noqa: S603 - our own
        program.url = program.stdout.readline().strip()
        yield program
        program.kill()


def test_a_program_that_is_killed_leaves_no_server_running(program, tmp_path):
    running = tmp_path / "postgres" / "postmaster.pid"
    assert running.exists()
    program.kill()
    assert eventually(lambda: not running.exists())


def test_its_log_shows_nothing_of_what_is_in_its_tables(program, tmp_path):
    with psycopg.connect(program.url, autocommit=True) as connection:
        for statement in REFUSED:
            with suppress(psycopg.Error):
                connection.execute(statement, [SECRET] if "%s" in statement else None)
    log = (tmp_path / "postgres" / "log").read_text()
    assert "kept_pkey" in log
    assert SECRET not in log


def test_a_log_that_was_loud_before_is_emptied_once(program, tmp_path):
    log = tmp_path / "postgres" / "log"
    with psycopg.connect(program.url, autocommit=True) as connection:
        connection.execute("ALTER SYSTEM RESET log_error_verbosity")
        connection.execute("SELECT pg_reload_conf()")
        assert eventually(lambda: not_quiet(connection))
    log.write_text("DETAIL: Key (phone_hash)=(x)")
    with psycopg.connect(program.url, autocommit=True) as connection:
        keep_quiet(connection, log)
        assert eventually(lambda: not not_quiet(connection))
        connection.execute("DO $$ BEGIN RAISE LOG 'of afterwards'; END $$")
        keep_quiet(connection, log)
    assert "of afterwards" in log.read_text()
    assert "DETAIL" not in log.read_text()
