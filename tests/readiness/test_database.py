"""A database that is away or too old blocks everything; one that is newer than the program is told, and serves on."""

import pytest
from sqlalchemy import create_engine, text

from app.readiness.check import Weight
from app.readiness.database import database_checks, log_checks
from app.store.db import db


@pytest.fixture
def weights():
    """How heavy what is found weighs."""
    return lambda engine: [check.weight for check in database_checks(engine)]


@pytest.fixture
def at_migration(new_database):
    """An engine on a database that stands at a migration, and has nothing else."""
    engine = create_engine(new_database("readiness"))

    def at_migration(revision):
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE alembic_version (version_num varchar(32) NOT NULL)"))
            connection.execute(text("INSERT INTO alembic_version VALUES (:revision)"), {"revision": revision})
        return engine

    yield at_migration
    engine.dispose()


def test_of_a_database_that_is_ready_there_is_nothing_to_say(app, weights):
    assert weights(db.engine) == []


def test_a_database_that_is_away_blocks(weights):
    assert weights(create_engine("postgresql://postgres@127.0.0.1:9/none")) == [Weight.BLOCKS]


@pytest.mark.parametrize(("revision", "weight"), [("0003", Weight.BLOCKS), ("4711", Weight.WARNS)])
def test_an_older_database_blocks_and_a_newer_one_does_not(at_migration, weights, revision, weight):
    assert weights(at_migration(revision)) == [weight]


def test_every_check_says_what_to_do(at_migration):
    assert all(check.sentence.endswith(".") and check.cure for check in database_checks(at_migration("0001")))


def test_a_database_whose_log_shows_values_is_told_with_what_to_set(session):
    session.execute(text("SET LOCAL log_error_verbosity = verbose"))
    (check,) = log_checks(session)
    assert "log_error_verbosity = terse." in check.cure
    session.rollback()
    assert list(log_checks(session)) == []
