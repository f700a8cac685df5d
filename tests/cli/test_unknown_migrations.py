"""A database that is too old for this program, or too new, is told so in words, with what to do."""

import psycopg
import pytest
from sqlalchemy import create_engine

from app.store import migrate, standing


@pytest.fixture(scope="module")
def database(new_database):
    url = new_database("standing")
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num varchar(32) NOT NULL)")
    return url


@pytest.fixture
def standing_at(database):
    """The URL of a database that stands at a migration; it has nothing else."""

    def standing_at(revision):
        with psycopg.connect(database) as connection:
            connection.execute("TRUNCATE alembic_version")
            connection.execute("INSERT INTO alembic_version VALUES (%s)", [revision])
        return database

    return standing_at


@pytest.fixture
def engine(database):
    engine = create_engine(database)
    yield engine
    engine.dispose()


@pytest.mark.parametrize("revision", ["0001", "0002", "0003", "0004", "0005"])
def test_a_database_from_before_the_fold_is_told_by_which_commit_it_comes_here(engine, standing_at, revision):
    standing_at(revision)
    with pytest.raises(standing.FoldedMigration, match=rf"at migration {revision}.*git checkout 2811ba8.*db upgrade"):
        standing.pending(engine)


def test_a_database_of_a_later_version_is_told_to_update_the_program(engine, standing_at):
    standing_at("4711")
    with pytest.raises(standing.LaterMigration, match=r"at migration 4711.*Update the program"):
        migrate.upgrade(engine)


def test_a_database_at_0006_is_known_and_goes_on_from_there(engine, standing_at):
    standing_at("0006")
    assert standing.pending(engine)


@pytest.fixture
def told(another_app, standing_at):
    """What a command says of a database at 0003."""

    def told(*command):
        result = another_app(database_url=standing_at("0003")).test_cli_runner().invoke(args=command)
        assert result.exit_code == 1
        return result.output

    return told


@pytest.mark.parametrize("command", ["db upgrade", "db check", "demo", "doctor", "rehearse"])
def test_a_command_shows_the_sentence(told, command):
    assert "stands at migration 0003" in told(*command.split())


def ready(app):
    answer = app.test_client().get("/readyz")
    return answer.status_code, answer.text


def test_a_server_on_a_database_from_before_the_fold_is_not_ready(another_app, standing_at):
    status, text = ready(another_app(database_url=standing_at("0003")))
    assert (status, "git checkout 2811ba8" in text) == (503, True)


def test_a_server_goes_on_when_its_database_is_upgraded_for_the_next(another_app, standing_at):
    assert ready(another_app(database_url=standing_at("4711"))) == (200, "ok\n")


def test_a_server_on_an_empty_database_is_not_ready(another_app, database):
    with psycopg.connect(database) as connection:
        connection.execute("TRUNCATE alembic_version")
    assert ready(another_app(database_url=database)) == (503, "The database needs migrations. Run: flask db upgrade\n")
