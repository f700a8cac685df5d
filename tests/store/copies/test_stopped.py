"""Whoever is stopped while the database is copied, or put back, leaves nothing half done, and nothing behind."""

import os
import signal
import subprocess
import sys

import psutil
import psycopg
import pytest

from app.limits.holds.restored import AT_ONCE
from app.store.copies.dump import dump
from app.store.copies.restore import restore
from tests.world.patience import PATIENCE, eventually

# A pg_restore that is in its midst for as long as a test wants it there: between two statements, where to fall silent
# looks like an end. What follows the table is more than what waits in pipes.
STOPS_THERE = """#!/bin/sh
case "$1" in
    --version) echo 'pg_restore (PostgreSQL) 99.0' ;;
    --list) exit 0 ;;
    *)  echo 'CREATE TABLE half (id int);'
        yes -- '-- and so on' | head -c 400000
        while echo '-- and on'; do sleep 0.1; done ;;
esac
"""
IN_ITS_MIDST = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND state = 'idle in transaction' AND query LIKE 'CREATE TABLE half%'
"""
OTHERS = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
IS_DUMPED = """
    SELECT count(*) FROM pg_stat_activity WHERE application_name = 'pg_dump' AND datname = current_database()
    AND wait_event_type = 'Lock'
"""
TABLES = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
# As `flask backup` and `flask restore` do it, without the time that it takes to make the app.
COPIES = """
import sys
from pathlib import Path
from app.cli.copies.stopped import ends_when_told
from app.store.copies.dump import dump
from app.store.copies.restore import restore
what, url, file = sys.argv[1:]
with ends_when_told():
    dump(url, Path(file)) if what == "dump" else restore(url, Path(file), "SELECT 1;")
"""


@pytest.fixture
def copies():
    """Begin to copy, or to restore, as a program of its own."""
    begun = []

    def copies(*what):
        begun.append(subprocess.Popen([sys.executable, "-c", COPIES, *map(str, what)]))  # noqa: S603 - our own
        return begun[-1]

    yield copies
    for one in begun:
        one.kill()
        one.wait()


def ask(connection, question):
    return connection.execute(question).fetchone()[0]


@pytest.fixture
def half_a_copy(monkeypatch, tmp_path):
    """A file that a program reads as far as its first table, and no further."""
    reads = tmp_path / "pg_restore"
    reads.write_text(STOPS_THERE)
    reads.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    (file := tmp_path / "half.dump").write_text("half")
    return file


@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGTERM])
def test_a_restore_that_is_stopped_leaves_the_database_empty(new_database, half_a_copy, copies, by):
    there = new_database("stopped")
    restoring = copies("restore", there, half_a_copy)
    with psycopg.connect(there, autocommit=True) as watches:
        assert eventually(lambda: ask(watches, IN_ITS_MIDST))
        restoring.send_signal(by)
        restoring.wait(PATIENCE)
        assert eventually(lambda: ask(watches, OTHERS) == 0)
        assert ask(watches, TABLES) == 0


def test_whoever_sees_what_was_restored_sees_that_nobody_is_rung(database_url, new_database, tmp_path):
    file, there = tmp_path / "today.dump", new_database("at_once")
    dump(database_url, file)
    restore(there, file, AT_ONCE)
    with psycopg.connect(there) as sees:
        assert sees.execute("SELECT why FROM hold WHERE over_at IS NULL").fetchall() == [("restored",)]


@pytest.fixture
def dumping(database_url, copies, tmp_path):
    """A backup that waits for a table, in its midst; the connection that holds it lets go in the end."""
    with psycopg.connect(database_url) as holds, psycopg.connect(database_url, autocommit=True) as watches:
        holds.execute("LOCK TABLE call IN ACCESS EXCLUSIVE MODE")
        program = copies("dump", database_url, tmp_path / "today.dump")
        assert eventually(lambda: is_dumped(watches))
        yield program
        program.terminate()
        program.wait(PATIENCE)
        holds.rollback()
        assert eventually(lambda: not is_dumped(watches))


def is_dumped(watches):
    return ask(watches, IS_DUMPED)


def test_a_backup_that_is_told_to_stop_leaves_no_file_and_no_program(dumping, tmp_path):
    dumping.terminate()
    assert dumping.wait(PATIENCE) == 128 + signal.SIGTERM
    assert list(tmp_path.iterdir()) == []
    assert not [it for it in psutil.process_iter(["cmdline"]) if str(tmp_path) in " ".join(it.info["cmdline"] or ())]


def test_what_one_that_was_killed_left_goes_with_the_next_and_what_another_writes_stays(
    dumping, new_database, tmp_path
):
    (killed := tmp_path / ".yesterday.dump.4711.draft").write_text("half")
    dump(new_database("another"), tmp_path / "another.dump")
    drafts = [it.name for it in tmp_path.iterdir() if it.name.endswith(".draft")]
    assert (killed.exists(), drafts) == (False, [f".today.dump.{dumping.pid}.draft"])
