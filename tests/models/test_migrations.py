"""Migrations build exactly what the models say, down and up again."""

import pytest
from alembic import command
from sqlalchemy import create_engine, inspect

from app import migrate


@pytest.fixture(scope="module")
def engine(new_database):
    engine = create_engine(new_database("migrations"))
    migrate.upgrade(engine)
    yield engine
    engine.dispose()


def downgrade(engine):
    with engine.connect() as connection:
        command.downgrade(migrate.alembic_config(connection), "base")
        connection.commit()


def test_migrations_build_exactly_the_models(engine):
    migrate.check(engine)  # raises if they do not


def test_a_database_with_every_migration_waits_for_none(engine):
    assert not migrate.pending(engine)


def test_what_was_built_can_be_taken_down_and_built_again(engine):
    downgrade(engine)
    assert inspect(engine).get_table_names() == ["alembic_version"]
    assert migrate.pending(engine)
    migrate.upgrade(engine)
    migrate.check(engine)


def test_applying_migrations_twice_changes_nothing(engine):
    migrate.upgrade(engine)
    migrate.check(engine)
