"""What looks for few calls finds them however long the log is, and how lines answered is counted by the day."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0011"
down_revision: str | None = "0010"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

NEWEST_FIRST = (sa.text("created_at DESC"), sa.text("id DESC"))
BY_OUTCOME = {
    "ix_call_line_log": ("line_outcome", "line_outcome IS NOT NULL"),
    "ix_call_said_log": ("reported_outcome", "reported_outcome IS NOT NULL"),
    "ix_call_ended_log": ("status", "ended_at IS NOT NULL"),
}
INCOMPLETE = (
    "checked_at IS NULL AND (ring_seconds IS NULL OR talk_seconds IS NULL OR total_seconds IS NULL)"
    " AND ended_at IS NOT NULL"
)
NOT_TALLIED = "called_office_id IS NOT NULL AND NOT tallied"
WRONGLY_TALLIED = "(outcome = 'mailbox-full') <> tallied"
ENDED = "('completed', 'busy', 'no-answer', 'failed', 'canceled')"

# What was kept until now counts as well.
TALLY = f"""
    INSERT INTO line_day (e164, day, answered, busy, no_answer, failed, mailbox_full, last_tried)
    SELECT office_line.e164, (call.created_at AT TIME ZONE 'America/New_York')::date,
        count(*) FILTER (WHERE leg.status = 'completed'), count(*) FILTER (WHERE leg.status = 'busy'),
        count(*) FILTER (WHERE leg.status = 'no-answer'), count(*) FILTER (WHERE leg.status = 'failed'),
        0, max(call.created_at)
    FROM leg
    JOIN called_office ON called_office.id = leg.called_office_id
    JOIN office_line ON office_line.id = called_office.office_line_id
    JOIN call ON call.id = called_office.call_id AND NOT call.rehearsal
    WHERE leg.status IN {ENDED}
    GROUP BY 1, 2
"""
TALLY_FULL = """
    INSERT INTO line_day (e164, day, answered, busy, no_answer, failed, mailbox_full, last_tried)
    SELECT office_line.e164, (call.created_at AT TIME ZONE 'America/New_York')::date, 0, 0, 0, 0,
        count(DISTINCT called_office.id), max(call.created_at)
    FROM feedback
    JOIN called_office ON called_office.id = feedback.called_office_id
    JOIN office_line ON office_line.id = called_office.office_line_id
    JOIN call ON call.id = called_office.call_id AND NOT call.rehearsal
    WHERE feedback.outcome = 'mailbox-full'
    GROUP BY 1, 2
    ON CONFLICT (e164, day) DO UPDATE SET mailbox_full = excluded.mailbox_full
"""
STILL_TO_TALLY = f"UPDATE leg SET tallied = false WHERE called_office_id IS NOT NULL AND status NOT IN {ENDED}"
TALLIED_FULL = "UPDATE feedback SET tallied = true WHERE outcome = 'mailbox-full'"


def upgrade() -> None:
    op.execute("SET LOCAL statement_timeout = 0")  # of a long log an index takes longer than any page may
    op.create_table(
        "line_day",
        sa.Column("e164", sa.String(16), nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        *(
            sa.Column(name, sa.Integer, nullable=False)
            for name in ("answered", "busy", "no_answer", "failed", "mailbox_full")
        ),
        sa.Column("last_tried", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("e164", "day", name="pk_line_day"),
    )
    op.create_index("ix_line_day_day", "line_day", ["day"])
    # Of a long log few legs are still to be tallied: they are written, and not all the others.
    op.add_column("leg", sa.Column("tallied", sa.Boolean, server_default="true", nullable=False))
    op.alter_column("leg", "tallied", server_default="false")
    op.add_column("feedback", sa.Column("tallied", sa.Boolean, server_default="false", nullable=False))
    for statement in (TALLY, TALLY_FULL, STILL_TO_TALLY, TALLIED_FULL):
        op.execute(statement)
    op.create_index("ix_leg_to_tally", "leg", ["id"], postgresql_where=sa.text(NOT_TALLIED))
    op.create_index("ix_feedback_to_tally", "feedback", ["called_office_id"], postgresql_where=sa.text(WRONGLY_TALLIED))
    _find_few_calls()
    _find_pages_that_wait()


def _find_few_calls() -> None:
    for name, (column, which) in BY_OUTCOME.items():
        op.create_index(name, "call", ["campaign_id", column, *NEWEST_FIRST], postgresql_where=sa.text(which))
    op.create_index("ix_call_live_number", "call", ["phone_hash"], postgresql_where=sa.text("ended_at IS NULL"))
    op.create_index("ix_call_incomplete", "call", ["ended_at"], postgresql_where=sa.text(INCOMPLETE))
    op.drop_index("ix_call_waiting", "call")
    waiting = sa.text("waits_for IS NOT NULL AND ended_at IS NULL")
    op.create_index("ix_call_waiting", "call", ["waits_for", "waits_since"], postgresql_where=waiting)


def _find_pages_that_wait() -> None:
    op.drop_index("ix_dial_in_waiting", "dial_in")
    waits = sa.text("call_id IS NULL")
    op.create_index("ix_dial_in_waiting", "dial_in", ["campaign_id", "good_until"], postgresql_where=waits)
    op.create_index("ix_dial_in_call_id", "dial_in", ["call_id"])


def downgrade() -> None:
    op.drop_index("ix_dial_in_call_id", "dial_in")
    op.drop_index("ix_dial_in_waiting", "dial_in")
    waits = sa.text("call_id IS NULL")
    op.create_index("ix_dial_in_waiting", "dial_in", ["campaign_id", "code"], postgresql_where=waits)
    op.drop_index("ix_call_waiting", "call")
    waiting = sa.text("waits_for IS NOT NULL")
    op.create_index("ix_call_waiting", "call", ["waits_for", "waits_since"], postgresql_where=waiting)
    for name in ("ix_call_incomplete", "ix_call_live_number", *BY_OUTCOME):
        op.drop_index(name, "call")
    op.drop_column("feedback", "tallied")
    op.drop_column("leg", "tallied")
    op.drop_table("line_day")
