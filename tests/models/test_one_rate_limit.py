"""What was counted under two tables counts on in one, and the other way round."""

from datetime import UTC, datetime, timedelta

import pytest
from alembic import command
from sqlalchemy import create_engine, text

from app.store import migrate
from models import Limited

OF_NUMBERS = ("limit", Limited.HOTLINE, Limited.CODES)  # that there were then
BEFORE, AFTER = "0007", "0008"
LATELY = [datetime(2026, 11, 23, 17, tzinfo=UTC), datetime(2026, 11, 23, 16, 30, tzinfo=UTC)]


@pytest.fixture(scope="module")
def moved_to(new_database):
    """A database with somebody who was counted, moved to a migration."""
    engine = create_engine(new_database("limits"))

    def moved_to(revision):
        with engine.connect() as connection:
            move = command.upgrade if revision == AFTER else command.downgrade
            move(migrate.alembic_config(connection), revision)
            connection.commit()
        return engine

    with engine.connect() as connection:
        command.upgrade(migrate.alembic_config(connection), BEFORE)
        connection.execute(text("INSERT INTO phone_limit VALUES ('a number', :lately)"), {"lately": LATELY})
        connection.execute(text("INSERT INTO sign_in_limit VALUES ('a name', :lately)"), {"lately": LATELY})
        connection.commit()
    yield moved_to
    engine.dispose()


def rows(engine, statement):
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(statement))]


def test_a_number_counts_on_whichever_limit_it_was_counted_for(moved_to):
    kept = rows(moved_to(AFTER), "SELECT purpose, recent FROM rate_limit WHERE who_hash = 'a number'")
    assert sorted(kept) == sorted((str(it), LATELY) for it in OF_NUMBERS)


def test_a_name_counts_on_for_its_minute(moved_to):
    kept = "SELECT purpose, recent, over_at - recent[1] FROM rate_limit WHERE who_hash = 'a name'"
    assert rows(moved_to(AFTER), kept) == [("sign-in", LATELY, timedelta(minutes=1))]


def test_the_way_back_loses_nothing_either(moved_to):
    moved_to(AFTER)
    engine = moved_to(BEFORE)
    assert rows(engine, "SELECT phone_hash, recent FROM phone_limit") == [(b"a number", LATELY)]
    assert rows(engine, "SELECT name_hash, recent FROM sign_in_limit") == [(b"a name", LATELY)]
