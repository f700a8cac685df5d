"""Counts how the offices' numbers answered, by the day, once for each call: pages read this, and never the calls."""

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.clock import EASTERN

# Into the days of the lines, in the order of their keys: two workers at once never wait for each other in a circle.
INTO_DAYS = """
    GROUP BY e164, day ORDER BY e164, day
    ON CONFLICT (e164, day) DO UPDATE SET
        answered = line_day.answered + excluded.answered,
        busy = line_day.busy + excluded.busy,
        no_answer = line_day.no_answer + excluded.no_answer,
        failed = line_day.failed + excluded.failed,
        mailbox_full = line_day.mailbox_full + excluded.mailbox_full,
        last_tried = greatest(line_day.last_tried, excluded.last_tried)
"""
OF_WHICH_DAY = f"""
    INSERT INTO line_day (e164, day, answered, busy, no_answer, failed, mailbox_full, last_tried)
    SELECT office_line.e164, (call.created_at AT TIME ZONE '{EASTERN.key}')::date AS day,
"""
THEIR_CALLS = """
    JOIN called_office ON called_office.id = called_office_id
    JOIN office_line ON office_line.id = office_line_id
    JOIN call ON call.id = called_office.call_id AND NOT call.rehearsal
"""
# First which, then what: the database cannot guess how few they are, and would read everything for them.
LEGS = text(f"""
    WITH ended AS (
        UPDATE leg SET tallied = true
        WHERE NOT tallied AND id = ANY (ARRAY(
            SELECT id FROM leg WHERE called_office_id IS NOT NULL AND NOT tallied
                AND status IN ('completed', 'busy', 'no-answer', 'failed', 'canceled')
            ORDER BY id LIMIT 5000
        ))
        RETURNING called_office_id, status AS how
    )
    {OF_WHICH_DAY}
        count(*) FILTER (WHERE how = 'completed'), count(*) FILTER (WHERE how = 'busy'),
        count(*) FILTER (WHERE how = 'no-answer'), count(*) FILTER (WHERE how = 'failed'), 0, max(call.created_at)
    FROM ended {THEIR_CALLS} {INTO_DAYS}
""")
# Somebody may say it by key and on the page, which counts once, and take it back on the page, which counts no more.
FULL_MAILBOXES = text(f"""
    WITH told AS (
        SELECT id, called_office_id, tallied, outcome = 'mailbox-full' AS is_full FROM feedback
        WHERE called_office_id = ANY (ARRAY(
            SELECT called_office_id FROM feedback WHERE (outcome = 'mailbox-full') <> tallied
            ORDER BY called_office_id LIMIT 5000
        ))
        FOR UPDATE
    ), kept AS (
        UPDATE feedback SET tallied = is_full FROM told WHERE told.id = feedback.id AND is_full <> told.tallied
    ), office AS (
        SELECT called_office_id, bool_or(is_full)::int - bool_or(tallied)::int AS more FROM told
        GROUP BY called_office_id
    )
    {OF_WHICH_DAY}
        0, 0, 0, 0, sum(more), max(call.created_at)
    FROM office {THEIR_CALLS} {INTO_DAYS}
""")


def tally_lines(session: Session) -> None:
    """Count what ended or was told since the last time; how late it comes, and how often this runs, changes nothing."""
    session.execute(LEGS)
    session.execute(FULL_MAILBOXES)
