"""A migration wants a table for a second at most, asks again, and disturbs neither calls under way nor a dump."""

import threading
import time

import psycopg
import pytest
from sqlalchemy import create_engine

from app.store import migrate
from app.store.patient import MIGRATES, NotNow, patiently
from app.store.standing import stands_at


@pytest.fixture(scope="module")
def url(new_database):
    url = new_database("patient")
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE word (word text)")
    return url


@pytest.fixture
def engine(url):
    engine = create_engine(url, connect_args={"options": "-c statement_timeout=5000"})
    yield engine
    engine.dispose()


@pytest.fixture
def in_use(url):
    """Somebody reads the table, and has not ended the transaction."""
    with psycopg.connect(url, application_name="a long look") as connection:
        connection.execute("SELECT FROM word")
        yield connection


@pytest.fixture
def widen(engine):
    """Change the table, as a migration does; returns what was told meanwhile."""

    def widen(waits_seconds, change="ALTER TABLE word ADD COLUMN IF NOT EXISTS language text"):
        told = []
        with engine.connect() as connection:
            what = lambda: connection.exec_driver_sql(change)  # noqa: E731
            patiently(connection, what, tell=told.append, waits_seconds=waits_seconds)
        return told

    return widen


def test_a_table_that_is_in_use_is_asked_for_again_until_it_is_free(in_use, widen):
    threading.Timer(1.3, in_use.rollback).start()
    assert widen(30) == ["Waiting, for a table that it changes is in use."]


def test_whoever_only_reads_meanwhile_waits_a_second_at_most(url, in_use, widen):
    def gives_up():
        with pytest.raises(NotNow):
            widen(0)

    changing = threading.Thread(target=gives_up)
    changing.start()
    time.sleep(0.3)
    with psycopg.connect(url) as reader:
        reader.execute("SET statement_timeout = '10s'")
        began = time.monotonic()
        reader.execute("SELECT FROM word")
    assert time.monotonic() - began < 3
    changing.join()


def test_who_has_it_is_named_where_there_was_no_moment(in_use, widen):
    with pytest.raises(NotNow, match=r"a table that it changes is in use \(open for longest: .*a long look.*again"):
        widen(0)


def test_nothing_is_changed_while_pg_dump_copies(url, engine, widen):
    with psycopg.connect(url, application_name="pg_dump"), pytest.raises(NotNow, match="pg_dump is copying"):
        migrate.upgrade(engine, waits_seconds=0)
    with engine.connect() as connection:
        assert not stands_at(connection)


def test_two_upgrades_do_not_run_beside_each_other(url, widen):
    with psycopg.connect(url) as other:
        other.execute("SELECT pg_advisory_lock(%s)", [MIGRATES])
        with pytest.raises(NotNow, match="another upgrade or a backup"):
            widen(0)


def test_moving_much_takes_as_long_as_it_takes_and_the_connection_is_as_before(engine, widen):
    assert widen(0, "SELECT set_config('statement_timeout', current_setting('statement_timeout'), true)") == []
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SHOW statement_timeout").scalar() == "5s"
        assert connection.exec_driver_sql("SHOW lock_timeout").scalar() == "0"


def test_statements_of_a_migration_are_not_cut_short(widen):
    assert widen(0, "DO $$ BEGIN ASSERT current_setting('statement_timeout') = '0'; END $$") == []


def test_what_is_wrong_with_a_migration_is_told_as_it_is(widen):
    with pytest.raises(Exception, match="no_such_table"):
        widen(0, "ALTER TABLE no_such_table ADD COLUMN x text")


def test_a_downgrade_is_refused_in_words(another_app, url):
    result = another_app(database_url=url).test_cli_runner().invoke(args=["db", "downgrade", "-1"])
    assert result.exit_code == 1
    assert "Migrations only go forward" in result.output
    assert "flask restore" in result.output
