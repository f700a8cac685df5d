"""What the carrier refuses because of us, and since when; whom an office reaches that calls back."""

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
    op.add_column("campaign", sa.Column("serves_hotline", sa.Boolean(), server_default="true", nullable=False))
    op.add_column("campaign", sa.Column("office_contact", sa.String(300), server_default="", nullable=False))


def downgrade() -> None:
    """Nothing is paused; offices reach nobody."""
    op.drop_column("campaign", "office_contact")
    op.drop_column("campaign", "serves_hotline")
    op.drop_table("placing_pause")
