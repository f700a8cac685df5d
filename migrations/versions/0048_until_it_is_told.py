"""Of a call that is over the carrier is asked until it answers: a question that nobody heard counts no more."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0048"
down_revision: str | None = "0047"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

NAME = "ix_call_incomplete"
ASKED = "checked_at - ended_at >= '0:05:00'::interval"
MISSES = (
    " AND (ring_seconds IS NULL OR talk_seconds IS NULL OR total_seconds IS NULL)"
    " AND ended_at IS NOT NULL AND source <> 'own-phone'"
)


def upgrade() -> None:
    op.add_column("call", sa.Column("is_told", sa.Boolean(), server_default="false", nullable=False))
    op.execute(f"UPDATE call SET is_told = true WHERE {ASKED}{MISSES}")
    _index("NOT is_told")


def downgrade() -> None:
    """Nothing is lost."""
    _index("(checked_at IS NULL OR checked_at - ended_at < '0:05:00'::interval)")
    op.drop_column("call", "is_told")


def _index(asked: str) -> None:
    op.drop_index(NAME, table_name="call")
    op.create_index(NAME, "call", ["ended_at"], postgresql_where=sa.text(asked + MISSES))
