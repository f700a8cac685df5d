"""Migrations move what is there: nothing is lost on the way forward, nor on the way back."""

import pytest
from alembic import command
from sqlalchemy import create_engine

from app.store import migrate

BEFORE = """
INSERT INTO district (geoid, state, chamber, name, ocd_id) VALUES ('25048', 'MA', 'house', '5th Hampden', 'ocd/5');
INSERT INTO office_holder (district_geoid, openstates_id, name, party, url, valid_from)
  VALUES ('25048', 'p1', 'Pat Duffy', 'Democratic', '', '2021-01-06');
INSERT INTO campaign (slug, state, target_rule, group_name, subject, headline, pitch, script, talking_points, actions,
  phone_number) VALUES ('a', 'live', 'listed', 'g', 's', 'h', 'p', 's', '[]', '[]', '+16175550100');
INSERT INTO campaign_target VALUES (1, 1, 0);
INSERT INTO campaign_change (campaign_id, changed_at, changed_by, before) VALUES (1, '2026-11-20', 'o@example.org',
  '{"rule": "senator", "listed": [], "excluded": [], "thanks_script": ""}');
INSERT INTO prompt_version (campaign_id, language, key, text, saved_at, saved_by)
  VALUES (1, 'en', 'in_line_next', 'You are next.', '2026-11-21', 'p@example.org');
INSERT INTO call (campaign_id, campaign_version, source, town, status) VALUES (1, 1, 'web', 'Holyoke', 'requested');
INSERT INTO call (campaign_id, campaign_version, source, town, status, ended_at)
  VALUES (1, 1, 'web', 'Holyoke', 'busy', now());
INSERT INTO called_office (call_id, place, nth, district_geoid, how_found, passed_over, wording)
  VALUES (1, 3, 1, '25048', 'town', 'vacant', 'ask');
"""
AFTER = {
    "SELECT content #>> '{whom,rule}' FROM edition WHERE published_at IS NULL": "listed",
    "SELECT content #>> '{whom,listed,0}' FROM edition WHERE published_at IS NULL": "1",
    "SELECT content #>> '{whom,rule}' FROM edition WHERE version = 1": "senator",
    "SELECT content #>> '{prompts,en,waits_turn_next,text}' FROM edition WHERE replaced_at IS NULL": "You are next.",
    "SELECT rank FROM called_office": 3,
    "SELECT phase FROM call WHERE ended_at IS NOT NULL": "busy",
}
BACK = {
    "SELECT target_rule FROM campaign": "listed",
    "SELECT place FROM campaign_target": 0,
    "SELECT about FROM campaign_change": "targets",
    "SELECT key FROM prompt_version": "in_line_next",
    "SELECT place FROM called_office": 3,
}


@pytest.fixture
def engine(new_database):
    """A database at 0006, with a row of everything that moves."""
    engine = create_engine(new_database("moving"))
    go(engine, command.upgrade, "0006")
    with engine.begin() as connection:
        connection.exec_driver_sql(BEFORE)
    yield engine
    engine.dispose()


def go(engine, way, revision):
    with engine.connect() as connection:
        way(migrate.alembic_config(connection), revision)
        connection.commit()


def read(engine, queries):
    with engine.connect() as connection:
        return {query: connection.exec_driver_sql(query).scalar() for query in queries}


def test_every_row_moves_forward_and_back(engine):
    go(engine, command.upgrade, "head")
    assert read(engine, AFTER) == AFTER
    go(engine, command.downgrade, "0006")
    assert read(engine, BACK) == BACK
