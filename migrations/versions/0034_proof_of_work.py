"""Which campaigns ask browsers for a proof of work, while something is odd about who asks for their calls."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0034"
down_revision: str | None = "0033"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("campaign", sa.Column("asks_proof", sa.Boolean(), server_default="false", nullable=False))


def downgrade() -> None:
    """Nobody is suspected any more."""
    op.drop_column("campaign", "asks_proof")
