"""By which forms each visitor had calls placed today, so that nobody rings many strangers from one place."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision: str = "0032"
down_revision: str | None = "0031"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "visitor_asked",
        sa.Column("visitor_hash", sa.LargeBinary(), nullable=False),
        sa.Column("forms", JSONB(), nullable=False),
        sa.Column("over_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("visitor_hash", name=op.f("pk_visitor_asked")),
    )
    op.create_index(op.f("ix_visitor_asked_over_at"), "visitor_asked", ["over_at"])


def downgrade() -> None:
    """Whoever asked today may ask as often once more."""
    op.drop_table("visitor_asked")
