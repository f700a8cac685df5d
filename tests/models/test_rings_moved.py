"""What the log knows of rings moves forward, and of several agreed times of one number the first stays."""

import pytest
from alembic import command
from sqlalchemy import create_engine, text

from app.store import migrate
from app.store.standing import ROOT

AFTER = next((ROOT / "migrations").rglob("*_what_is_a_ring.py")).name[:4]
BEFORE = f"{int(AFTER) - 1:04}"
FILL = """
INSERT INTO campaign (slug, state, phone_number) VALUES ('a', 'live', '+16175550100');
INSERT INTO district (geoid, state, chamber, name, ocd_id) VALUES ('25048', 'MA', 'house', '5th Hampden', 'ocd/5');
INSERT INTO office_holder (district_geoid, openstates_id, name, party, url, valid_from)
  VALUES ('25048', 'p1', 'Pat Duffy', 'Democratic', '', '2021-01-06');
INSERT INTO office_line (e164) VALUES ('+16175550190');
INSERT INTO call (campaign_id, campaign_version, source, status, ended_at, phone_hash)
  SELECT 1, 1, 'web', 'no-answer', now(), 'often' FROM generate_series(1, 4);
INSERT INTO call (campaign_id, campaign_version, source, status, ended_at, phone_hash)
  VALUES (1, 1, 'web', 'completed', now(), 'liked');
INSERT INTO call_event (call_id, what, from_status, to_status, rank, source, at)
  SELECT id, 'moved', 'requested', 'dialing', 0, 'worker', now() - make_interval(mins => 10 * id::int) FROM call;
INSERT INTO call_event (call_id, what, from_status, to_status, rank, source, at)
  VALUES (5, 'moved', 'answered', 'accepted', 0, 'keypad', now() - interval '49 minutes');
INSERT INTO call (campaign_id, campaign_version, source, status, ring_at, ring_until, phone_hash)
  SELECT 1, 1, 'hotline', 'scheduled', '2026-11-02 14:00+00'::timestamptz + make_interval(mins => 15 * nth),
    '2026-11-03 16:00+00', 'booked' FROM generate_series(0, 2) nth;
INSERT INTO called_office (call_id, rank, nth, district_geoid, how_found, office_holder_id, office_line_id, line_kind,
  wording) SELECT id, 0, 1, '25048', 'town', 1, 1, 'capitol', 'ask' FROM call WHERE status = 'scheduled';
INSERT INTO slot (e164, starts_at, taken) SELECT '+16175550190', ring_at, 3 FROM call WHERE status = 'scheduled';
INSERT INTO consent (call_id, campaign_id, phone_hash, wording_version) VALUES (6, 1, 'booked', 'keypad');
"""


@pytest.fixture(scope="module")
def moved(new_database):
    """A database of the time before, moved on."""
    engine = create_engine(new_database("rings"))
    with engine.connect() as connection:
        config = migrate.alembic_config(connection)
        command.upgrade(config, BEFORE)
        connection.execute(text(FILL))
        connection.commit()
        command.upgrade(config, AFTER)
        connection.commit()
        yield lambda query: [tuple(row) for row in connection.execute(text(query))]
        command.downgrade(config, BEFORE)
        connection.commit()
    engine.dispose()


def test_a_number_was_rung_as_often_as_the_log_says_and_in_vain_since_1_was_pressed(moved):
    told = "SELECT convert_from(phone_hash, 'UTF8'), array_length(rang, 1), in_vain, pressed_at IS NOT NULL"
    assert moved(f"{told} FROM number_rung ORDER BY 1") == [("liked", 1, 0, True), ("often", 3, 4, False)]


def test_what_a_campaign_rang_today_counts(moved):
    assert moved("SELECT in_day > 0, in_minute FROM campaign_pace") in ([(True, 0)], [])  # none, just after midnight


def test_of_three_agreed_times_the_first_stays_and_the_others_places_are_free(moved):
    assert moved("SELECT status, end_reason FROM call WHERE phone_hash = 'booked' ORDER BY id") == [
        ("scheduled", None),
        ("canceled", "agreed-twice"),
        ("canceled", "agreed-twice"),
    ]
    assert moved("SELECT taken FROM slot ORDER BY starts_at") == [(3,), (2,), (2,)]
    assert moved("SELECT reason FROM call_event WHERE to_status = 'canceled'") == [("agreed-twice",)] * 2


def test_what_they_agreed_to_is_known_with_the_call(moved):
    assert moved("SELECT agreed_in FROM call WHERE id = 6") == [("keypad",)]
