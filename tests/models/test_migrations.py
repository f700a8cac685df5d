"""Migrations build exactly what the models say and catalog.txt records, down and up again."""

import os
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import create_engine, inspect

from app import migrate
from tests.world.catalog import catalog

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
    assert not migrate.pending(engine)


def test_what_was_built_can_be_taken_down_and_built_again(engine):
    downgrade(engine)
    assert inspect(engine).get_table_names() == ["alembic_version"]
    assert migrate.pending(engine)
    migrate.upgrade(engine)
    migrate.check(engine)
    with engine.connect() as connection:
        assert not differences(connection)


def test_applying_migrations_twice_changes_nothing(engine):
    migrate.upgrade(engine)
    migrate.check(engine)


@pytest.fixture
def first_release(new_database):
    """A database of the first release, with one call in it."""
    engine = create_engine(new_database("moving"))
    upgrade_to(engine, "0001")
    with engine.begin() as connection:
        connection.exec_driver_sql(ONE_CALL)
    yield engine
    engine.dispose()


ONE_CALL = """
INSERT INTO district (geoid, state, chamber, name, ocd_id) VALUES ('25048', 'MA', 'house', '5th Hampden', 'ocd/5');
INSERT INTO office_holder (district_geoid, openstates_id, name, party, url, valid_from)
  VALUES ('25048', 'p1', 'Pat Duffy', 'Democratic', '', '2021-01-06');
INSERT INTO office_line (e164) VALUES ('+16175550111'), ('+14135550112');
INSERT INTO holder_line VALUES (1, 2, 'district', 0);
INSERT INTO campaign (slug, state, chamber, group_name, subject, headline, pitch, script, talking_points, actions,
  phone_number) VALUES ('a', 'live', 'senate', 'g', 's', 'h', 'p', 's', '[]', '[]', '+16175550100');
INSERT INTO call (campaign_id, campaign_version, source, town, how_found, district_geoid, office_holder_id,
  office_line_id, status, ended_at, reported_outcome, reported_source)
  VALUES (1, 1, 'web', 'Holyoke', 'town', '25048', 1, 2, 'completed', now(), 'contact', 'page');
INSERT INTO leg (call_id, role, carrier_sid, status) VALUES (1, 'supporter', 'CA1', 'completed'),
  (1, 'office', 'CA2', 'completed');
INSERT INTO feedback (call_id, source, outcome) VALUES (1, 'page', 'contact'), (1, 'keypad', 'voicemail');
"""
OFFICE = "SELECT place, nth, district_geoid, how_found, office_holder_id, office_line_id, line_kind FROM called_office"


def upgrade_to(engine, revision):
    with engine.connect() as connection:
        command.upgrade(migrate.alembic_config(connection), revision)
        connection.commit()


def rows(engine, query):
    with engine.connect() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(query)]


def test_a_call_of_the_first_release_keeps_its_office_its_leg_and_its_reports(first_release):
    migrate.upgrade(first_release)
    assert rows(first_release, OFFICE) == [(0, 1, "25048", "town", 1, 2, "district")]
    assert rows(first_release, "SELECT called_office_id FROM leg ORDER BY id") == [(None,), (1,)]
    assert rows(first_release, "SELECT called_office_id, outcome FROM feedback ORDER BY id") == [
        (1, "contact"),
        (1, "voicemail"),
    ]
    assert rows(first_release, "SELECT target_rule FROM campaign") == [("senator",)]


def test_the_way_back_to_the_first_release_loses_nothing_of_its_calls(first_release):
    before = rows(first_release, "SELECT town, how_found, district_geoid, office_holder_id, office_line_id FROM call")
    migrate.upgrade(first_release)
    with first_release.connect() as connection:
        command.downgrade(migrate.alembic_config(connection), "0001")
        connection.commit()
    assert (
        rows(first_release, "SELECT town, how_found, district_geoid, office_holder_id, office_line_id FROM call")
        == before
    )
    assert rows(first_release, "SELECT call_id, source FROM feedback ORDER BY id") == [(1, "page"), (1, "keypad")]
    assert rows(first_release, "SELECT chamber FROM campaign") == [("senate",)]
