"""Organizers say which numbers are never rung as a supporter's."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0030"
down_revision: str | None = "0029"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "never_rung",
        sa.Column("begins", sa.String(12), nullable=False),
        sa.Column("what", sa.String(120), nullable=False),
        sa.Column("source", sa.String(300), server_default="", nullable=False),
        sa.Column("as_of", sa.Date()),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("added_by", sa.String(255), nullable=False),
        sa.PrimaryKeyConstraint("begins", name=op.f("pk_never_rung")),
    )


def downgrade() -> None:
    """What organizers added is lost: an older program rings these numbers again."""
    op.drop_table("never_rung")
