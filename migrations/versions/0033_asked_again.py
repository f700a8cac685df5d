"""A call that ended with something missing is asked about again, for five minutes: it was asked about once."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0033"
down_revision: str | None = "0032"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

NAME = "ix_call_incomplete"
MISSES = (
    " AND (ring_seconds IS NULL OR talk_seconds IS NULL OR total_seconds IS NULL)"
    " AND ended_at IS NOT NULL AND source <> 'own-phone'"
)


def upgrade() -> None:
    _index("(checked_at IS NULL OR checked_at - ended_at < '0:05:00'::interval)")


def downgrade() -> None:
    """Nothing is lost."""
    _index("checked_at IS NULL")


def _index(asked: str) -> None:
    op.drop_index(NAME, table_name="call")
    op.create_index(NAME, "call", ["ended_at"], postgresql_where=sa.text(asked + MISSES))
