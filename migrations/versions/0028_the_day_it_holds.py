"""Who will sit where is prepared, and takes force by itself: the roster says when it is overtaken."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision: str = "0028"
down_revision: str | None = "0027"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    op.add_column("roster", sa.Column("overtaken_at", sa.DateTime(timezone=True)))
    op.create_table(
        "prepared_import",
        sa.Column("id", sa.BigInteger(), sa.Identity(), nullable=False),
        sa.Column("state", sa.String(2), nullable=False),
        sa.Column("in_force_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("request", JSONB(), nullable=False),
        sa.Column("people", JSONB(), nullable=False),
        sa.Column("prepared_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("prepared_by", sa.String(255), nullable=False),
        sa.Column("took_force_at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(["state"], ["roster.state"], name=op.f("fk_prepared_import_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_prepared_import")),
    )


def downgrade() -> None:
    """What was prepared is lost: it has to be imported once it holds."""
    op.drop_table("prepared_import")
    op.drop_column("roster", "overtaken_at")
