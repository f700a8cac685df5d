"""Calls on own phones: found in the log by themselves, never asked about at the carrier, and claiming nothing of it."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0025"
down_revision: str | None = "0024"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

NEWEST_FIRST = (sa.text("created_at DESC"), sa.text("id DESC"))
INCOMPLETE = (
    "checked_at IS NULL AND (ring_seconds IS NULL OR talk_seconds IS NULL OR total_seconds IS NULL)"
    " AND ended_at IS NOT NULL"
)
CLAIMS_NOTHING = (
    "source <> 'own-phone' OR num_nonnulls("
    "line_outcome, phone_hash, phone_encrypted, ring_seconds, talk_seconds, total_seconds) = 0"
)


def upgrade() -> None:
    own = sa.text("source = 'own-phone'")
    op.create_index("ix_call_own_phone_log", "call", ["campaign_id", *NEWEST_FIRST], postgresql_where=own)
    op.create_check_constraint(op.f("ck_call_own_phone_claims_nothing"), "call", CLAIMS_NOTHING)
    _incomplete(f"{INCOMPLETE} AND source <> 'own-phone'")


def downgrade() -> None:
    """Calls that nobody rang are nothing that an older program could show: they go."""
    feedback = "DELETE FROM feedback WHERE called_office_id IN (SELECT o.id FROM called_office o JOIN call c ON {of})"
    of = "c.id = o.call_id AND c.source = 'own-phone'"
    op.execute(feedback.format(of=of))
    for table in ("called_office", "call_event"):
        op.execute(f"DELETE FROM {table} USING call c WHERE c.id = {table}.call_id AND c.source = 'own-phone'")
    op.execute("DELETE FROM call WHERE source = 'own-phone'")
    _incomplete(INCOMPLETE)
    op.drop_constraint(op.f("ck_call_own_phone_claims_nothing"), "call")
    op.drop_index("ix_call_own_phone_log", table_name="call")


def _incomplete(which: str) -> None:
    op.drop_index("ix_call_incomplete", table_name="call")
    op.create_index("ix_call_incomplete", "call", ["ended_at"], postgresql_where=sa.text(which))
