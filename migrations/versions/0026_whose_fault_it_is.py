"""What the carrier refuses because of us, and since when."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0026"
down_revision: str | None = "0025"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "placing_pause",
        sa.Column("concerns", sa.String(32), nullable=False),
        sa.Column("about", sa.String(64), nullable=False),
        sa.Column("code", sa.Integer(), nullable=False),
        sa.Column("misses", sa.SmallInteger(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("cured_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("concerns", "about", name=op.f("pk_placing_pause")),
    )


def downgrade() -> None:
    """Nothing is paused."""
    op.drop_table("placing_pause")
