"""Of whoever asked never to be called again the day is kept, and slots that are over are found by when they were."""

from collections.abc import Sequence

from alembic import op

revision: str = "0071"
down_revision: str | None = "0070"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_index("ix_slot_starts_at", "slot", ["starts_at"])
    op.execute("UPDATE do_not_call SET asked_at = date_trunc('day', asked_at, 'America/New_York')")


def downgrade() -> None:
    op.drop_index("ix_slot_starts_at", "slot")
