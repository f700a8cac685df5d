"""A database that is away or too old blocks everything; one that is newer than the program is told, and serves on."""

import pytest
from sqlalchemy import create_engine, event, text

from app.readiness.check import Weight
from app.readiness.database import database_checks, log_checks
from app.store.db import db
from tests.world.people.supporter import Supporter


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


@pytest.fixture
def reads_only(another_app):
    """A server whose database is one that another took the place of, and is only read."""
    app = another_app()
    with app.app_context():
        event.listen(db.engine, "connect", refuse_to_write)
        yield app


def refuse_to_write(driver, _record):
    driver.execute("SET default_transaction_read_only = on")
    driver.commit()


def test_of_a_database_that_is_ready_there_is_nothing_to_say(app, weights):
    assert weights(db.engine) == []


def test_a_database_that_is_away_blocks(weights):
    assert weights(create_engine("postgresql://postgres@127.0.0.1:9/none")) == [Weight.BLOCKS]


def test_of_a_database_that_can_only_be_read_it_is_said_that_nobody_is_rung(reads_only):
    answer = reads_only.test_client().get("/readyz")
    assert answer.status_code == 503
    assert "it can only be read: nobody is rung. It follows another" in answer.text


def test_a_click_into_it_is_kept_as_if_it_were_away(reads_only, campaign):
    supporter = Supporter(reads_only.test_client())
    answer = supporter.sends(supporter.form())
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
    assert "Our database does not answer just now" in answer.text
    assert 'name="town" value=' in answer.text


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
