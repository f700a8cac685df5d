"""What happened to every call, in a table of its own; of calls that are there already, as far as their rows tell."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0009"
down_revision: str | None = "0008"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

WORD = sa.String(32)  # one of the values of an enum of ours

FIRST = "CASE WHEN ring_at IS NOT NULL THEN 'scheduled' WHEN source = 'hotline' THEN 'answered' ELSE 'requested' END"
BEGUN = f"""
    INSERT INTO call_event (call_id, what, to_status, rank, source, at)
    SELECT id, 'begun', {FIRST}, 0, CASE WHEN source = 'hotline' THEN 'keypad' ELSE 'page' END, created_at
    FROM call ORDER BY id
"""
MOVED = f"""
    INSERT INTO call_event (call_id, what, from_status, to_status, rank, reason, source, at)
    SELECT id, 'moved', {FIRST}, status, office_at, CASE WHEN ended_at IS NOT NULL THEN end_reason END, 'reconciled',
        status_since
    FROM call WHERE status <> {FIRST} ORDER BY id
"""
REPORTED = """
    INSERT INTO call_event (call_id, what, rank, outcome, source, at)
    SELECT call_id, CASE WHEN nth = 1 THEN 'reported' ELSE 'corrected' END, rank, outcome, source, at
    FROM (
        SELECT called_office.call_id, called_office.rank, feedback.outcome, feedback.source, feedback.id,
            coalesce(feedback.changed_at, feedback.created_at) AS at,
            row_number() OVER (PARTITION BY called_office.id ORDER BY feedback.id) AS nth
        FROM feedback JOIN called_office ON called_office.id = feedback.called_office_id
    ) AS told ORDER BY id
"""


def upgrade() -> None:
    op.create_table(
        "call_event",
        sa.Column("id", sa.BigInteger, sa.Identity(), nullable=False),
        sa.Column("call_id", sa.BigInteger, nullable=False),
        sa.Column("what", WORD, nullable=False),
        sa.Column("from_status", WORD),
        sa.Column("to_status", WORD),
        sa.Column("rank", sa.SmallInteger, nullable=False),
        sa.Column("outcome", WORD),
        sa.Column("reason", WORD),
        sa.Column("source", WORD, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_call_event"),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name="fk_call_event_call_id"),
        sa.CheckConstraint(
            "(what IN ('begun', 'moved')) = (to_status IS NOT NULL)", name=op.f("ck_call_event_leads_somewhere")
        ),
        sa.CheckConstraint(
            "(what = 'moved') = (from_status IS NOT NULL)", name=op.f("ck_call_event_moved_from_somewhere")
        ),
        sa.CheckConstraint(
            "(what IN ('reported', 'corrected')) = (outcome IS NOT NULL)", name=op.f("ck_call_event_report_has_outcome")
        ),
    )
    op.create_index("ix_call_event_call_id", "call_event", ["call_id"])
    for statement in (BEGUN, MOVED, REPORTED):
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("call_event")
