"""A log that is written at once is looked up by the same as one that grew call by call."""

from datetime import UTC, datetime

import psycopg
import pytest

from tests.world.database.many_calls import write_calls
from tests.world.database.own_roster import make_offices

NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)

INDEXES = "SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1, 2"
CONSTRAINTS = """
SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE convalidated ORDER BY 1, 2
"""


@pytest.fixture(scope="module")
def connection(new_database):
    make_offices(url := new_database("log_at_once"))
    with psycopg.connect(url) as connection:
        yield connection


def looked_up_by(connection):
    return [connection.execute(ask).fetchall() for ask in (INDEXES, CONSTRAINTS)]


def test_what_is_dropped_while_a_log_is_written_is_there_again(connection):
    before = looked_up_by(connection)
    write_calls(connection, range(10), campaign=1, now=NOW, alone=True)
    assert looked_up_by(connection) == before


def test_where_a_log_cannot_be_written_nothing_was_dropped(connection):
    before = looked_up_by(connection)
    with pytest.raises(psycopg.errors.NotNullViolation):
        write_calls(connection, range(10), campaign=None, now=NOW, alone=True)
    assert looked_up_by(connection) == before
