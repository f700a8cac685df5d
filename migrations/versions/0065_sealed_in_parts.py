"""A day is sealed in parts: how far its calls are counted anew stands here, and its seal comes last."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0065"
down_revision: str | None = "0062"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "day_to_seal",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("counted_to", sa.DateTime(timezone=True), nullable=False),
        sa.Column("call_id", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_day_to_seal")),
    )
    op.alter_column("sealed_day", "digest", existing_type=sa.String(64), nullable=True)


def downgrade() -> None:
    """What is being sealed is so at once: its counts change no more, and of what is left in them nothing is lost."""
    op.execute("UPDATE sealed_day SET digest = '' WHERE digest IS NULL")
    op.alter_column("sealed_day", "digest", existing_type=sa.String(64), nullable=False)
    op.drop_table("day_to_seal")
