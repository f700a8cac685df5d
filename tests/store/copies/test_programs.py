"""Of PostgreSQL's programs those are taken that fit the database, where this computer has several, and newer ones."""

import psycopg
import pytest

from app.store.copies import programs
from app.store.copies.dump import dump
from app.store.copies.programs import NoProgram, program
from app.store.copies.restore import restore

# What a pg_restore says that is newer than the server, as 17 does of 16.
NEWER = """#!/bin/sh
case "$1" in
    --no-owner) echo 'SET a_setting_of_tomorrow = 0;' ;;
esac
exec {real} "$@"
"""


@pytest.fixture
def alone(monkeypatch, tmp_path):
    """Lets only those programs be there that a test makes; returns how it makes one."""

    def make(folder, name, script):
        (tmp_path / folder).mkdir(exist_ok=True)
        made = tmp_path / folder / name
        made.write_text(script)
        made.chmod(0o755)
        return made

    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    monkeypatch.setattr(programs, "INSTALLED", (f"{tmp_path}/*",))
    monkeypatch.setattr(programs, "EMBEDDED", "not_installed_here")
    return make


def says(name, version):
    return f"#!/bin/sh\necho '{name} (PostgreSQL) {version}'\n"


def test_programs_that_are_older_than_the_database_are_named(alone):
    alone("9", "pg_dump", says("pg_dump", "9.6.24"))
    with pytest.raises(NoProgram, match=r"pg_dump 18 or newer is needed.*pg_dump \(9\).*postgresql-client-18"):
        program("pg_dump", 18)


@pytest.mark.parametrize(("server", "taken"), [(14, "15"), (15, "15"), (16, "18"), (0, "18")])
def test_the_oldest_is_taken_that_suffices_and_the_newest_where_any_does(alone, server, taken):
    for version in ("13", "15", "18"):
        alone(version, "pg_dump", says("pg_dump", f"{version}.2"))
    assert program("pg_dump", server).parent.name == taken


@pytest.fixture
def file(database_url, tmp_path):
    """A copy of the small world."""
    dump(database_url, tmp_path / "today.dump")
    return tmp_path / "today.dump"


@pytest.fixture
def real():
    """The programs that are here."""
    return {name: program(name) for name in ("pg_restore", "psql")}


def is_there(url):
    with psycopg.connect(url) as connection:
        return connection.execute("SELECT to_regclass('public.call') IS NOT NULL").fetchone()[0]


def test_what_the_server_does_not_know_is_not_set(file, real, alone, new_database):
    there = new_database("older")
    alone("newer", "pg_restore", NEWER.format(real=real["pg_restore"]))
    alone("newer", "psql", f'#!/bin/sh\nexec {real["psql"]} "$@"\n')
    restore(there, file, "SELECT 1;")
    assert is_there(there)


def test_the_words_of_one_that_is_as_new_as_the_server_are_taken_where_it_reads_the_copy(
    file, real, alone, new_database
):
    there = new_database("nearest")
    alone("newer", "pg_restore", says("pg_restore", "99.0"))
    for name, path in real.items():
        alone("same", name, f'#!/bin/sh\nexec {path} "$@"\n')
    restore(there, file, "SELECT 1;")
    assert is_there(there)
