"""Migrations build exactly what the models say, down and up again."""

import pytest
from alembic import command
from sqlalchemy import create_engine, inspect

from app.store import migrate


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
