"""Room kept for when the disk is full, and when web servers were last alive."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0037"
down_revision: str | None = "0036"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "reserve",
        sa.Column("row", sa.Integer(), nullable=False),
        prefixes=["UNLOGGED"],
        postgresql_with={"fillfactor": 10, "autovacuum_enabled": "false"},
    )
    op.create_table(
        "web_heartbeat",
        sa.Column("id", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("back_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_web_heartbeat")),
    )


def downgrade() -> None:
    """Nothing that anybody told is lost."""
    op.drop_table("web_heartbeat")
    op.drop_table("reserve")
