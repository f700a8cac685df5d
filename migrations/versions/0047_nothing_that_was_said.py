"""What callers said of where they live goes with their calls: nothing is left of those that are over."""

from collections.abc import Sequence

from alembic import op

revision: str = "0047"
down_revision: str | None = "0046"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.execute("UPDATE call SET heard = NULL WHERE ended_at IS NOT NULL AND heard IS NOT NULL")


def downgrade() -> None:
    """Nothing can be told again that was forgotten."""
