"""A log of many calls that are over, written by the database itself: what must not cost more the longer the log is."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from datetime import datetime

from psycopg import Connection

GROWING = (
    *("call", "called_office", "leg", "feedback", "consent", "call_event", "carrier_event", "dial_in"),
    *("line_day", "rate_limit", "call_cost"),
)

# One call in each interval of time, back from now: so a longer log reaches further back, and no day has more calls.
EVERY = "10 minutes"

# What became of the n-th call. One in twenty calls was left while it waited for a line that tests call, and keeps its
# place there for good; one in forty ended without its seconds being known; of no call does anybody say "skip".
# One in 700 came from Monson; one in five of those who told something wrote a note, which nobody can open any more.
CALLS = """
INSERT INTO call (id, created_at, campaign_id, campaign_version, source, form_nonce, phone_hash, town, status,
    status_since, waits_for, waits_since, ring_at, ring_until, line_outcome, reported_outcome, reported_source,
    ring_seconds, talk_seconds, total_seconds, ended_at)
SELECT first.id + n, at, %(campaign)s, 1, CASE WHEN n %% 5 = 0 THEN 'hotline' ELSE 'web' END, 'many ' || first.id + n,
    CASE WHEN n %% 10 = 0 THEN %(phone_hash)s::bytea ELSE sha256(int8send(n)) END,
    CASE WHEN n %% 700 = 350 THEN 'Monson' ELSE 'Holyoke' END,
    CASE WHEN n %% 20 = 0 THEN 'canceled' ELSE 'completed' END, at + interval '5 minutes',
    CASE WHEN n %% 20 = 0 THEN line.e164 END, CASE WHEN n %% 20 = 0 THEN at END,
    CASE WHEN n %% 4 = 0 THEN at END, CASE WHEN n %% 4 = 0 THEN at + interval '1 day' END,
    CASE WHEN n %% 20 = 0 THEN NULL WHEN n %% 3 = 0 THEN 'busy' ELSE 'answered' END,
    CASE WHEN n %% 20 = 1 THEN 'voicemail' WHEN n %% 2 = 1 THEN 'contact' END,
    CASE WHEN n %% 2 = 1 THEN 'keypad' END, CASE WHEN n %% 40 <> 0 THEN 6 END, CASE WHEN n %% 40 <> 0 THEN 42 END,
    CASE WHEN n %% 40 <> 0 THEN 130 + n %% 60 END, at + interval '5 minutes'
FROM generate_series(%(begin)s::bigint, %(end)s::bigint - 1) AS n,
    LATERAL (SELECT %(now)s::timestamptz - n * %(every)s::interval AS at) AS moment,
    (SELECT coalesce(max(id), 0) + 1 - %(begin)s AS id FROM call) AS first,
    (SELECT e164 FROM office_line JOIN holder_line ON line_id = office_line.id
        JOIN office_holder ON office_holder.id = holder_id WHERE name = 'Pat Duffy' AND rank = 0) AS line
"""
# How many seats there are is asked once: so they are looked up in a table of hashes, not each beside each call.
OFFICES = """
WITH seat AS (
    SELECT office_holder.district_geoid, holder_line.holder_id, holder_line.line_id, holder_line.kind,
        row_number() OVER (ORDER BY holder_id) - 1 AS nth
    FROM holder_line JOIN office_holder ON office_holder.id = holder_line.holder_id
    WHERE holder_line.rank = 0 AND office_holder.valid_to IS NULL
)
INSERT INTO called_office (id, call_id, rank, nth, district_geoid, how_found, office_holder_id, office_line_id,
    line_kind, wording)
SELECT first.id + call.nth, call.id, 0, 1, seat.district_geoid, 'town', seat.holder_id, seat.line_id, seat.kind, 'ask'
FROM (SELECT id, row_number() OVER (ORDER BY id) AS nth FROM call WHERE id > %(after)s) AS call
    JOIN seat ON seat.nth = call.id %% (SELECT count(*) FROM seat),
    (SELECT coalesce(max(id), 0) AS id FROM called_office) AS first
ORDER BY call.id
"""
LEGS = """
INSERT INTO leg (call_id, role, called_office_id, carrier_sid, status, ringing_at, answered_at, ended_at,
    duration_seconds, tallied)
SELECT call.id, role, CASE WHEN role = 'office' THEN called_office.id END,
    CASE role WHEN 'office' THEN 'CB' ELSE 'CA' END || lpad(call.id::text, 32, '0'),
    CASE WHEN role = 'office' AND line_outcome = 'busy' THEN 'busy' ELSE 'completed' END, call.created_at,
    call.created_at, call.ended_at, 42, role = 'office'
FROM call JOIN called_office ON called_office.call_id = call.id, unnest(ARRAY['supporter', 'office']) AS role
WHERE call.id > %(after)s AND (role = 'supporter' OR line_outcome IS NOT NULL) ORDER BY call.id
"""
LINE_DAYS = """
INSERT INTO line_day (e164, day, answered, busy, no_answer, failed, mailbox_full, last_tried)
SELECT e164, (created_at AT TIME ZONE 'America/New_York')::date, count(*) FILTER (WHERE line_outcome = 'answered'),
    count(*) FILTER (WHERE line_outcome = 'busy'), 0, 0, 0, max(created_at)
FROM call JOIN called_office ON called_office.call_id = call.id JOIN office_line ON office_line.id = office_line_id
WHERE call.id > %(after)s AND line_outcome IS NOT NULL
GROUP BY 1, 2
ON CONFLICT (e164, day) DO UPDATE
SET answered = line_day.answered + excluded.answered, busy = line_day.busy + excluded.busy
"""
FEEDBACK = """
INSERT INTO feedback (called_office_id, source, outcome, created_at, note_sealed)
SELECT called_office.id, reported_source, reported_outcome, call.ended_at,
    CASE WHEN call.id %% 5 = 0 THEN sha256('') END
FROM call JOIN called_office ON called_office.call_id = call.id
WHERE call.id > %(after)s AND reported_outcome IS NOT NULL ORDER BY call.id
"""
CONSENTS = """
INSERT INTO consent (call_id, campaign_id, wording_version, given_at)
SELECT id, campaign_id, 'en-1', created_at FROM call WHERE id > %(after)s AND source = 'web'
"""
# All is paid, and the carrier told how much.
COSTS = """
INSERT INTO call_cost (call_id, campaign_id, day, a_minute, reserved, legs, is_estimate, times_asked)
SELECT id, campaign_id, (created_at AT TIME ZONE 'America/New_York')::date, 0.014, 0, 0.042, false, 1
FROM call WHERE id > %(after)s
"""
HAPPENED = """
INSERT INTO call_event (call_id, what, from_status, to_status, rank, source, at)
SELECT id, CASE WHEN was IS NULL THEN 'begun' ELSE 'moved' END, was, became, 0, 'carrier', created_at
FROM call, (VALUES (NULL, 'requested'), ('requested', 'dialing'), ('dialing', 'completed')) AS moves (was, became)
WHERE id > %(after)s ORDER BY id
"""
TOLD = """
INSERT INTO carrier_event (call_id, key, at, kind, name)
SELECT id, key, created_at, 'status', name
FROM call, (VALUES (1, 'ringing'), (2, 'in-progress'), (3, 'completed')) AS told (key, name)
WHERE id > %(after)s ORDER BY id, key
"""
# A page in ten calls waited for somebody to dial, and nobody did.
PAGES = """
INSERT INTO dial_in (created_at, campaign_id, code, good_until, town, language, offices)
SELECT created_at, campaign_id, lpad((id / 10 %% 10000)::text, 4, '0'), created_at + interval '30 minutes', town, 'en',
    '[]' FROM call WHERE id > %(after)s AND id %% 10 = 0
"""
LIMITS = """
INSERT INTO rate_limit (purpose, who_hash, recent, over_at)
SELECT 'limit', sha256(int8send(id)), ARRAY[%(now)s::timestamptz], %(now)s::timestamptz + interval '1 day'
FROM call WHERE id > %(after)s AND id %% 10 = 0
"""
# On which days there were such calls. A call has no hour here, and its office no line.
COUNTS_OF_DAY = """
INSERT INTO count_of_day (campaign_id, day, booked, dimension, value, calls, seconds)
SELECT campaign_id, day, day, dimension, value, count(*), 0
FROM call, LATERAL (SELECT (created_at AT TIME ZONE 'America/New_York')::date AS day) AS of_day,
    (VALUES ('calls'), ('way'), ('language'), ('line'), ('said')) AS along (dimension),
    LATERAL (SELECT CASE dimension WHEN 'calls' THEN '' WHEN 'way' THEN source WHEN 'language' THEN language
        WHEN 'line' THEN line_outcome ELSE reported_outcome END AS value) AS told
WHERE id > %(after)s AND value IS NOT NULL
GROUP BY campaign_id, day, dimension, value
ON CONFLICT (campaign_id, day, booked, dimension, value) DO UPDATE SET calls = count_of_day.calls + excluded.calls
"""
COUNTS_OF_MONTH = """
INSERT INTO count_of_month (campaign_id, month, dimension, value, calls, seconds)
SELECT campaign_id, month, dimension, value, sum(calls), 0
FROM count_of_day, LATERAL (VALUES (date_trunc('month', day)::date), (DATE '0001-01-01')) AS told (month)
WHERE campaign_id = %(campaign)s GROUP BY campaign_id, month, dimension, value
ON CONFLICT (campaign_id, month, dimension, value) DO UPDATE SET calls = excluded.calls
"""
COUNTS_OF_TOWN = """
INSERT INTO count_of_town (campaign_id, day, town, dimension, value, calls, seconds)
SELECT campaign_id, (created_at AT TIME ZONE 'America/New_York')::date, town, 'calls', '', count(*), 0
FROM call WHERE id > %(after)s GROUP BY 1, 2, 3
ON CONFLICT (campaign_id, day, town, dimension, value) DO UPDATE SET calls = count_of_town.calls + excluded.calls
"""
COUNTS_OF_OFFICE = """
INSERT INTO count_of_office (campaign_id, day, booked, district_geoid, office_holder_id, dimension, value, calls,
    seconds)
SELECT campaign_id, day, day, district_geoid, office_holder_id, 'calls', '', count(*), 0
FROM call JOIN called_office ON called_office.call_id = call.id,
    LATERAL (SELECT (created_at AT TIME ZONE 'America/New_York')::date AS day) AS of_day
WHERE call.id > %(after)s AND (line_outcome IS NOT NULL OR reported_outcome IS NOT NULL)
GROUP BY campaign_id, day, district_geoid, office_holder_id
ON CONFLICT (campaign_id, day, booked, district_geoid, office_holder_id, dimension, value)
DO UPDATE SET calls = count_of_office.calls + excluded.calls
"""
# All that happened is counted.
COUNTED = """
INSERT INTO counting (id, sure_to, marked, read_to)
SELECT 1, id, id, id FROM (SELECT max(id) AS id FROM call_event) AS newest
ON CONFLICT (id) DO UPDATE SET sure_to = excluded.sure_to, marked = excluded.marked, read_to = excluded.read_to
"""

# Every row that is written refers to one that is there: to look each up would take most of the time.
TRUSTED = """
SELECT set_config('session_replication_role', 'replica', true) FROM pg_roles WHERE rolname = current_user AND rolsuper
"""

# What the tables that grow are looked up by, and how it is made anew. Not their keys: rows are written in their order,
# and are looked up by them meanwhile.
INDEXES = """
SELECT format(CASE WHEN told.name IS NULL THEN 'DROP INDEX %%2$s' ELSE 'ALTER TABLE %%1$s DROP CONSTRAINT %%3$I' END,
        indrelid::regclass, indexrelid::regclass, told.name),
    CASE WHEN told.name IS NULL THEN pg_get_indexdef(indexrelid)
        ELSE format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', indrelid::regclass, told.name, told.definition) END
FROM pg_index LEFT JOIN LATERAL (
    SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
    WHERE conindid = indexrelid AND conrelid = indrelid
) AS told ON true
WHERE indrelid = ANY (%(tables)s::regclass[]) AND NOT indisprimary
ORDER BY indexrelid
"""
AT_HAND = "SET LOCAL work_mem = '64MB'; SET LOCAL maintenance_work_mem = '256MB'"


def write_calls(
    connection: Connection,
    which: range,
    *,
    campaign: int,
    now: datetime,
    phone_hash: bytes = b"",
    every: str = EVERY,
    alone: bool = False,
) -> None:
    """Write the calls of these numbers, the first the newest; one in ten with this hash of its number; then commit.

    To make a log longer, go on where the last range ended: what is written reaches further back. Many calls are written
    faster by whoever is `alone` with the database: what they are looked up by is made when all are there.
    """
    (newest,) = connection.execute("SELECT coalesce(max(id), 0) FROM call").fetchone() or (0,)
    given = {
        "campaign": campaign,
        "phone_hash": phone_hash,
        "begin": which.start,
        "end": which.stop,
        "now": now,
        "every": every,
        "after": newest,
    }
    connection.execute(TRUSTED)
    connection.execute(AT_HAND)
    with _made_at_the_end(connection) if alone else nullcontext():
        _write(connection, given)
    _count_on(connection)
    connection.commit()


def _write(connection: Connection, given: Mapping[str, object]) -> None:
    """All that there is of these calls. What comes later is planned by what is there of them by then."""
    for table, statement in (("call", CALLS), ("called_office", OFFICES)):
        connection.execute(statement, given)
        connection.execute(f"ANALYZE {table}")
    counts = (COUNTS_OF_DAY, COUNTS_OF_MONTH, COUNTS_OF_TOWN, COUNTS_OF_OFFICE)
    for statement in (LEGS, LINE_DAYS, FEEDBACK, CONSENTS, COSTS, HAPPENED, TOLD, PAGES, LIMITS, *counts):
        connection.execute(statement, given)


@contextmanager
def _made_at_the_end(connection: Connection) -> Iterator[None]:
    """Drops the indexes of what grows, and makes the same anew; where that fails, nothing of it was ever done."""
    with connection.transaction():
        indexes = connection.execute(INDEXES, {"tables": list(GROWING)}).fetchall()
        for drop, _ in indexes:
            connection.execute(drop)
        yield
        for _, make in indexes:
            connection.execute(make)


def _count_on(connection: Connection) -> None:
    """Rows with ids of their own were written: let the database's own come after them; then look at what is there."""
    connection.execute("SELECT setval('call_id_seq', max(id)) FROM call")
    connection.execute("SELECT setval('called_office_id_seq', max(id)) FROM called_office")
    connection.execute(COUNTED)
    connection.execute(f"ANALYZE {', '.join(GROWING)}")
