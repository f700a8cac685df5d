"""Migrations build exactly what the models say and catalog.txt records, down and up again."""

import os
from pathlib import Path

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect

from app.store import migrate
from app.store.standing import ROOT, pending
from migrations.schema_0006 import job_engine
from tests.world.database.catalog import catalog

RECORDED = Path(__file__).with_name("catalog.txt")


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


@pytest.mark.skipif(os.environ.get("RECORD_CATALOG") != "1", reason="only for `make catalog`")
def test_record_the_catalog(engine):
    with engine.connect() as connection:
        RECORDED.write_text("\n".join([*catalog(connection), ""]))


def differences(connection):
    """What the record has and the database has not, and the other way round."""
    recorded, found = set(RECORDED.read_text().splitlines()), set(catalog(connection))
    return [*(f"- {line}" for line in sorted(recorded - found)), *(f"+ {line}" for line in sorted(found - recorded))]


def test_migrations_build_exactly_what_is_recorded(engine):
    with engine.connect() as connection:
        assert not differences(connection)


def test_an_index_that_is_missing_is_named(engine):
    with engine.connect() as connection:  # which undoes this when it closes
        connection.exec_driver_sql("DROP INDEX ix_call_log")
        (missing,) = differences(connection)
    assert missing.startswith("- call index CREATE INDEX ix_call_log ")


def test_a_database_with_every_migration_waits_for_none(engine):
    assert not pending(engine)


def test_the_first_migration_has_the_number_of_the_six_that_it_took_the_place_of():
    assert ScriptDirectory.from_config(migrate.alembic_config()).get_base() == "0006"


def test_what_was_built_can_be_taken_down_and_built_again(engine):
    downgrade(engine)
    assert inspect(engine).get_table_names() == ["alembic_version"]
    assert pending(engine)
    migrate.upgrade(engine)
    migrate.check(engine)
    with engine.connect() as connection:
        assert not differences(connection)


def test_an_upgrade_that_was_cut_short_goes_on(engine):
    downgrade(engine)
    with engine.begin() as connection:
        for name in job_engine.TO_2_6:
            connection.exec_driver_sql((job_engine.SHIPPED / name).read_text().replace("%", "%%"))
    migrate.upgrade(engine)
    with engine.connect() as connection:
        assert not differences(connection)


def test_applying_migrations_twice_changes_nothing(engine):
    migrate.upgrade(engine)
    migrate.check(engine)


def test_every_file_that_the_job_engine_ships_is_applied():
    shipped = {path.name for path in job_engine.SHIPPED.glob("*.sql")}
    applied = "".join(path.read_text() for path in (ROOT / "migrations").rglob("*.py"))
    new = sorted(name for name in shipped if name not in applied)
    assert not new, f"write a migration that calls apply{tuple(new)} of migrations/schema_0006/job_engine.py"
