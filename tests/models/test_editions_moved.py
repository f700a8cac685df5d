"""What was said and changed before there were editions becomes editions, and goes back as it was."""

import pytest
from alembic import command
from sqlalchemy import create_engine, func, literal_column, select, text

from app.campaigns.editions.content import read_content
from tests.models.test_moving_data import go

BEFORE = """
INSERT INTO district (geoid, state, chamber, name, ocd_id) VALUES ('25048', 'MA', 'house', '5th Hampden', 'ocd/5');
INSERT INTO office_holder (district_geoid, openstates_id, name, party, url, valid_from)
  VALUES ('25048', 'p1', 'Pat Duffy', 'Democratic', '', '2021-01-06'),
  ('25048', 'p2', 'Jo Comerford', 'Democratic', '', '2021-01-06');
INSERT INTO recording (name, wav, size, seconds, sha256, file_name, uploaded_by)
  VALUES ('r', 'RIFF', 4, 1.5, '0', 'memo.m4a', 'ana');
INSERT INTO campaign (slug, version, state, whom_to_call, group_name, subject, headline, pitch, script, thanks_script,
  script_told, talking_points, fact_sheet_url, actions, phone_number, created_at)
  VALUES ('a', 9, 'live', 'listed', 'Neighbors', 'the Act', 'Call', 'Why', 'Hello', 'Thank you', 'own', '["One"]',
  'https://example.org', '[{"title": "t", "text": "x", "url": "u"}]', '+16175550100', '2026-11-01'),
  ('b', 1, 'draft', 'both', 'g', 's', 'h', 'p', 's', '', 'both', '[]', '', '[]', '+16175550101', '2026-11-02');
INSERT INTO listed_office_holder VALUES (1, 2, 0), (1, 1, 1);
INSERT INTO campaign_exclusion VALUES (1, 1);
INSERT INTO campaign_text (campaign_id, language, headline, talking_points, made_from)
  VALUES (1, 'es', 'Llame', '["Uno"]', '{"headline": "abc"}');
INSERT INTO prompt_version (campaign_id, language, key, text, recording_id, saved_at, saved_by) VALUES
  (1, 'en', 'goodbye', 'Bye.', NULL, '2026-11-03', 'ana'), (1, 'en', 'goodbye', 'See you.', 1, '2026-11-07', 'ben'),
  (1, 'es', 'goodbye', 'Adiós.', NULL, '2026-11-04', 'ana'), (1, 'es', 'goodbye', NULL, NULL, '2026-11-08', 'ana');
INSERT INTO campaign_change (campaign_id, about, changed_at, changed_by, before) VALUES
  (1, 'whom-to-call', '2026-11-05', 'ben', '{"rule": "senator", "listed": [], "excluded": [], "thanks_script": ""}'),
  (1, 'script-told', '2026-11-06', 'ana', '{"told": "both"}'),
  (1, 'texts-es', '2026-11-09', 'ben', '{"texts": {"headline": "", "subject": "", "pitch": "", "script": "",
    "voicemail_script": "", "thanks_script": "", "talking_points": []}, "made_from": {}}');
"""
TABLES = (
    "campaign",
    "campaign_change",
    "campaign_exclusion",
    "campaign_text",
    "listed_office_holder",
    "prompt_version",
)


@pytest.fixture
def engine(new_database):
    engine = create_engine(new_database("editions_moved"))
    go(engine, command.upgrade, "0015")
    with engine.begin() as connection:
        connection.exec_driver_sql(BEFORE)
    yield engine
    engine.dispose()


def read(engine, query):
    with engine.connect() as connection:
        return connection.exec_driver_sql(query).all()


@pytest.fixture
def contents(engine):
    """What the first campaign's editions say, by their version; None is what is prepared."""
    go(engine, command.upgrade, "0016")
    rows = read(engine, "SELECT version, content FROM edition WHERE campaign_id = 1 ORDER BY version")
    return {version: read_content(content) for version, content in rows}


def test_what_stands_there_is_in_force_and_prepared(contents):
    now = contents[8]
    assert contents[None] == now
    assert (now.group, now.english.subject, now.english.talking_points) == ("Neighbors", "the Act", ("One",))
    assert (now.whom.listed, now.whom.with_us, now.script_told) == ((2, 1), (1,), "own")
    assert (now.fact_sheet_url, now.actions[0].title) == ("https://example.org", "t")
    assert now.translations["es"].made_from == {"headline": "abc"}
    assert now.prompts["en"]["goodbye"].recording_id == 1


def test_each_change_made_an_edition_with_what_stood_there_before(contents):
    said = [contents[version].prompts for version in range(1, 9)]
    assert said[0] == {}
    assert [one["en"]["goodbye"].text for one in said[1:]] == ["Bye."] * 4 + ["See you."] * 3
    assert [list(one) for one in said] == [[], ["en"], *[["en", "es"]] * 4, ["en"], ["en"]]
    assert [contents[version].whom.rule for version in range(1, 9)] == ["senator"] * 3 + ["listed"] * 5
    assert [contents[version].script_told for version in (4, 5)] == ["both", "own"]
    assert (contents[7].translations, contents[8].translations["es"].texts.headline) == ({}, "Llame")


def test_each_tells_who_and_from_when_to_when(engine, contents):
    rows = read(
        engine,
        "SELECT version, published_by, published_at::date::text, replaced_at::date::text FROM edition"
        " WHERE campaign_id = 1 AND version IN (1, 2, 8) ORDER BY version",
    )
    assert [tuple(row) for row in rows] == [
        (1, "Ringdown", "2026-11-01", "2026-11-03"),
        (2, "ana", "2026-11-03", "2026-11-04"),
        (8, "ben", "2026-11-09", None),
    ]


def test_a_campaign_that_was_never_changed_has_one_edition(engine, contents):
    rows = read(engine, "SELECT version, content #>> '{whom,rule}' FROM edition WHERE campaign_id = 2 ORDER BY version")
    assert [tuple(row) for row in rows] == [(1, "both"), (None, "both")]


def test_a_campaign_has_at_least_as_many_versions_as_editions(engine):
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE campaign SET version = 2 WHERE id = 1")
    go(engine, command.upgrade, "0016")
    assert read(engine, "SELECT version FROM campaign ORDER BY id") == [(8,), (1,)]


def everything(engine):
    """What the tables of before hold, but for the ids of their rows and when a campaign was last touched."""
    rows = {table: select(func.to_jsonb(literal_column(table))).select_from(text(table)) for table in TABLES}
    with engine.connect() as connection:
        return {
            table: sorted(
                str(sorted((k, v) for k, v in row.items() if k not in {"id", "updated_at"}))
                for row in connection.scalars(query)
            )
            for table, query in rows.items()
        }


def test_the_way_back_leads_to_where_it_began(engine):
    before = everything(engine)
    go(engine, command.upgrade, "0016")
    go(engine, command.downgrade, "0015")
    assert everything(engine) == before


def test_a_recording_that_is_gone_hinders_no_way_back(engine, contents):
    with engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM recording")
    go(engine, command.downgrade, "0015")
    assert read(engine, "SELECT text, recording_id FROM prompt_version WHERE text = 'See you.'") == [("See you.", None)]
